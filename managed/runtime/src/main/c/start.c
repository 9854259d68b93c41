/* Where the process begins: root has set the stack pointer, and nothing else. */
#include "kernel.h"

int program_main(int count, char **arguments);

#include "java.h"

__attribute__((used)) static void begin(void) {
    program_main(0, NULL);
    peaberry_finish();
    peaberry_fail("the program went on after its end");
}

__attribute__((naked, used)) void _start(void) {
    __asm__("call begin");
}
