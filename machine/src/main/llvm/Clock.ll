; RDTSC clears the upper halves of RAX and RDX: Intel SDM volume 2B.
define i64 @"Clock.ticks()"() alwaysinline {
  %ticks = call i64 asm sideeffect "rdtsc\0Ashlq $$32, %rdx\0Aorq %rdx, %rax", "={rax},~{rdx},~{dirflag},~{fpsr},~{flags}"()
  ret i64 %ticks
}
