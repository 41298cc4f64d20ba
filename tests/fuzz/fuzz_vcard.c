/* fuzz_vcard.c - any bytes as a list of cards.
 */
#include "list.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    check_list("list.vcf", data, n);
    return 0;
}
