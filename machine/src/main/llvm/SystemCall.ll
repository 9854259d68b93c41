; The registers of a system call are in docs/architecture.md. A MessageRegisters object has an 8-byte header and then its
; fields in the order of their declaration, 8 bytes each. The number's register comes back cleared.

define void @"SystemCall.trap(long,long,long,MessageRegisters)"(i64 %number, i64 %capability, i64 %reply, ptr %message) alwaysinline {
  %tag.at = getelementptr i8, ptr %message, i64 8
  %badge.at = getelementptr i8, ptr %message, i64 16
  %word0.at = getelementptr i8, ptr %message, i64 24
  %word1.at = getelementptr i8, ptr %message, i64 32
  %word2.at = getelementptr i8, ptr %message, i64 40
  %word3.at = getelementptr i8, ptr %message, i64 48
  %word4.at = getelementptr i8, ptr %message, i64 56
  %word5.at = getelementptr i8, ptr %message, i64 64
  %tag = load i64, ptr %tag.at, align 8
  %word0 = load i64, ptr %word0.at, align 8
  %word1 = load i64, ptr %word1.at, align 8
  %word2 = load i64, ptr %word2.at, align 8
  %word3 = load i64, ptr %word3.at, align 8
  %word4 = load i64, ptr %word4.at, align 8
  %word5 = load i64, ptr %word5.at, align 8
  %out = call { i64, i64, i64, i64, i64, i64, i64, i64, i64 } asm sideeffect "syscall",
    "={ax},={di},={si},={dx},={r10},={r8},={r9},={bx},={r12},{r13},0,1,2,3,4,5,6,7,8,~{rcx},~{r11},~{r14},~{r15},~{memory},~{dirflag},~{fpsr},~{flags}"
    (i64 %reply, i64 %number, i64 %capability, i64 %tag, i64 %word0, i64 %word1, i64 %word2, i64 %word3, i64 %word4, i64 %word5)
  %badge.out = extractvalue { i64, i64, i64, i64, i64, i64, i64, i64, i64 } %out, 1
  store i64 %badge.out, ptr %badge.at, align 8
  %tag.out = extractvalue { i64, i64, i64, i64, i64, i64, i64, i64, i64 } %out, 2
  store i64 %tag.out, ptr %tag.at, align 8
  %word0.out = extractvalue { i64, i64, i64, i64, i64, i64, i64, i64, i64 } %out, 3
  store i64 %word0.out, ptr %word0.at, align 8
  %word1.out = extractvalue { i64, i64, i64, i64, i64, i64, i64, i64, i64 } %out, 4
  store i64 %word1.out, ptr %word1.at, align 8
  %word2.out = extractvalue { i64, i64, i64, i64, i64, i64, i64, i64, i64 } %out, 5
  store i64 %word2.out, ptr %word2.at, align 8
  %word3.out = extractvalue { i64, i64, i64, i64, i64, i64, i64, i64, i64 } %out, 6
  store i64 %word3.out, ptr %word3.at, align 8
  %word4.out = extractvalue { i64, i64, i64, i64, i64, i64, i64, i64, i64 } %out, 7
  store i64 %word4.out, ptr %word4.at, align 8
  %word5.out = extractvalue { i64, i64, i64, i64, i64, i64, i64, i64, i64 } %out, 8
  store i64 %word5.out, ptr %word5.at, align 8
  ret void
}

define void @"SystemCall.trapWithFourWords(long,long,long,MessageRegisters)"(i64 %number, i64 %capability, i64 %reply, ptr %message) alwaysinline {
  %tag.at = getelementptr i8, ptr %message, i64 8
  %badge.at = getelementptr i8, ptr %message, i64 16
  %word0.at = getelementptr i8, ptr %message, i64 24
  %word1.at = getelementptr i8, ptr %message, i64 32
  %word2.at = getelementptr i8, ptr %message, i64 40
  %word3.at = getelementptr i8, ptr %message, i64 48
  %tag = load i64, ptr %tag.at, align 8
  %word0 = load i64, ptr %word0.at, align 8
  %word1 = load i64, ptr %word1.at, align 8
  %word2 = load i64, ptr %word2.at, align 8
  %word3 = load i64, ptr %word3.at, align 8
  %out = call { i64, i64, i64, i64, i64, i64, i64 } asm sideeffect "syscall",
    "={ax},={di},={si},={dx},={r10},={r8},={r9},{r13},0,1,2,3,4,5,6,~{bx},~{r12},~{rcx},~{r11},~{r14},~{r15},~{memory},~{dirflag},~{fpsr},~{flags}"
    (i64 %reply, i64 %number, i64 %capability, i64 %tag, i64 %word0, i64 %word1, i64 %word2, i64 %word3)
  %badge.out = extractvalue { i64, i64, i64, i64, i64, i64, i64 } %out, 1
  store i64 %badge.out, ptr %badge.at, align 8
  %tag.out = extractvalue { i64, i64, i64, i64, i64, i64, i64 } %out, 2
  store i64 %tag.out, ptr %tag.at, align 8
  %word0.out = extractvalue { i64, i64, i64, i64, i64, i64, i64 } %out, 3
  store i64 %word0.out, ptr %word0.at, align 8
  %word1.out = extractvalue { i64, i64, i64, i64, i64, i64, i64 } %out, 4
  store i64 %word1.out, ptr %word1.at, align 8
  %word2.out = extractvalue { i64, i64, i64, i64, i64, i64, i64 } %out, 5
  store i64 %word2.out, ptr %word2.at, align 8
  %word3.out = extractvalue { i64, i64, i64, i64, i64, i64, i64 } %out, 6
  store i64 %word3.out, ptr %word3.at, align 8
  ret void
}

define void @"SystemCall.trapWithoutWords(long,long,long,MessageRegisters)"(i64 %number, i64 %capability, i64 %reply, ptr %message) alwaysinline {
  %tag.at = getelementptr i8, ptr %message, i64 8
  %badge.at = getelementptr i8, ptr %message, i64 16
  %tag = load i64, ptr %tag.at, align 8
  %out = call { i64, i64, i64 } asm sideeffect "syscall",
    "={ax},={di},={si},{r13},0,1,2,~{dx},~{r10},~{r8},~{r9},~{bx},~{r12},~{rcx},~{r11},~{r14},~{r15},~{memory},~{dirflag},~{fpsr},~{flags}"
    (i64 %reply, i64 %number, i64 %capability, i64 %tag)
  %badge.out = extractvalue { i64, i64, i64 } %out, 1
  store i64 %badge.out, ptr %badge.at, align 8
  %tag.out = extractvalue { i64, i64, i64 } %out, 2
  store i64 %tag.out, ptr %tag.at, align 8
  ret void
}

define void @"SystemCall.trap(long)"(i64 %number) alwaysinline {
  %cleared = call i64 asm sideeffect "syscall", "={ax},0,~{rcx},~{r11},~{r14},~{r15},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 %number)
  ret void
}
