/* fuzz_json.c - any bytes as a list of JSON lines.
 */
#include "list.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    check_list("list.jsonl", data, n);
    return 0;
}
