define i64 @"Clock.ticks()"() alwaysinline {
  %halves = call { i32, i32 } asm sideeffect "rdtsc", "={ax},={dx},~{dirflag},~{fpsr},~{flags}"()
  %low = extractvalue { i32, i32 } %halves, 0
  %high = extractvalue { i32, i32 } %halves, 1
  %low.wide = zext i32 %low to i64
  %high.wide = zext i32 %high to i64
  %high.shifted = shl i64 %high.wide, 32
  %ticks = or i64 %high.shifted, %low.wide
  ret i64 %ticks
}
