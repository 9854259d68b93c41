; CPUID leaf 1, ECX bit 20: Intel SDM volume 2A, table 3-10.
define i32 @"ChecksumInstruction.exists()"() alwaysinline {
  %answer = call { i32, i32 } asm sideeffect "cpuid", "={ax},={cx},0,1,~{ebx},~{edx},~{dirflag},~{fpsr},~{flags}"(i32 1, i32 0)
  %features = extractvalue { i32, i32 } %answer, 1
  %shifted = lshr i32 %features, 20
  %bit = and i32 %shifted, 1
  ret i32 %bit
}

; Four words a turn, then the rest.
define i32 @"ChecksumInstruction.add(int,long,long)"(i32 %sum, i64 %address, i64 %words) alwaysinline {
  %start = zext i32 %sum to i64
  %ends = call { i64, i64, i64 } asm sideeffect "subq $$4, %rcx; jb 2f; 1: crc32q (%rsi), %rax; crc32q 8(%rsi), %rax; crc32q 16(%rsi), %rax; crc32q 24(%rsi), %rax; addq $$32, %rsi; subq $$4, %rcx; jae 1b; 2: addq $$4, %rcx; jz 4f; 3: crc32q (%rsi), %rax; addq $$8, %rsi; decq %rcx; jnz 3b; 4:", "={ax},={si},={cx},0,1,2,~{memory},~{dirflag},~{fpsr},~{flags}"(i64 %start, i64 %address, i64 %words)
  %end = extractvalue { i64, i64, i64 } %ends, 0
  %value = trunc i64 %end to i32
  ret i32 %value
}
