#include "roots.h"
#include "memory.h"

/* TeaVM would have them registered, and collected, when the program starts; here they are in a table already. */
void ***teavm_gc_staticRoots;

void teavm_registerStaticGcRoots(void ***places, int count) {
}
