/* fuzz_list.c - any bytes as a list of a kind that its first bytes tell: packed
 * sheets, text in any encoding.
 */
#include "list.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    check_list("list", data, n);
    return 0;
}
