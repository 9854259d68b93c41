; CPUID leaf 1, ECX bit 30: Intel SDM volume 2A, table 3-10.
define i32 @"HardwareRandom.sources()"() alwaysinline {
  %answer = call { i32, i32 } asm sideeffect "cpuid", "={ax},={cx},0,1,~{ebx},~{edx},~{dirflag},~{fpsr},~{flags}"(i32 1, i32 0)
  %features = extractvalue { i32, i32 } %answer, 1
  %shifted = lshr i32 %features, 30
  %source = and i32 %shifted, 1
  ret i32 %source
}

; RDRAND clears the carry flag, and the register, when it has nothing: Intel SDM volume 2B.
define i64 @"HardwareRandom.next()"() alwaysinline {
  %bits = call i64 asm sideeffect "rdrandq %rax", "={rax},~{dirflag},~{fpsr},~{flags}"()
  ret i64 %bits
}
