define i32 @"Cpuid.eax(int,int)"(i32 %leaf, i32 %subleaf) alwaysinline {
  %answer = call { i32, i32 } asm sideeffect "cpuid", "={ax},={cx},0,1,~{ebx},~{edx},~{dirflag},~{fpsr},~{flags}"(i32 %leaf, i32 %subleaf)
  %register = extractvalue { i32, i32 } %answer, 0
  ret i32 %register
}

define i32 @"Cpuid.ebx(int,int)"(i32 %leaf, i32 %subleaf) alwaysinline {
  %answer = call { i32, i32, i32 } asm sideeffect "cpuid", "={ax},={cx},={bx},0,1,~{edx},~{dirflag},~{fpsr},~{flags}"(i32 %leaf, i32 %subleaf)
  %register = extractvalue { i32, i32, i32 } %answer, 2
  ret i32 %register
}

define i32 @"Cpuid.ecx(int,int)"(i32 %leaf, i32 %subleaf) alwaysinline {
  %answer = call { i32, i32 } asm sideeffect "cpuid", "={ax},={cx},0,1,~{ebx},~{edx},~{dirflag},~{fpsr},~{flags}"(i32 %leaf, i32 %subleaf)
  %register = extractvalue { i32, i32 } %answer, 1
  ret i32 %register
}
