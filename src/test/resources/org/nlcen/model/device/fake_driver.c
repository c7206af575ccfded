/* The functions of NVIDIA's driver that the program asks, with two made-up cards. */
#include <string.h>

int cuInit(unsigned int flags) { return 0; }

int cuDriverGetVersion(int *version) {
    *version = 12040;
    return 0;
}

int cuDeviceGetCount(int *count) {
    *count = 2;
    return 0;
}

int cuDeviceGet(int *device, int ordinal) {
    *device = 40 + ordinal;
    return 0;
}

int cuDeviceGetName(char *name, int length, int device) {
    strncpy(name, device == 40 ? "NVIDIA Test Card" : "NVIDIA Second Card", length);
    return 0;
}

int cuDeviceGetAttribute(int *value, int attribute, int device) {
    int card = device - 40;
    static const int major[] = {8, 7}, minor[] = {9, 5};
    *value = attribute == 75 ? major[card] : attribute == 76 ? minor[card] : -1;
    return 0;
}

int cuDeviceTotalMem_v2(unsigned long long *bytes, int device) {
    *bytes = device == 40 ? 25769803776ULL : 12884901888ULL;
    return 0;
}
