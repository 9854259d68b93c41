define void @"SegmentRegisters.clear()"() alwaysinline {
  call void asm sideeffect "movl $0, %ds; movl $0, %es; movl $0, %fs; movl $0, %gs", "r"(i32 0)
  ret void
}

define i64 @"SegmentRegisters.fsBase()"() alwaysinline {
  %base = call i64 asm sideeffect "rdfsbase $0", "=r"()
  ret i64 %base
}

define i64 @"SegmentRegisters.gsBase()"() alwaysinline {
  %base = call i64 asm sideeffect "rdgsbase $0", "=r"()
  ret i64 %base
}

define void @"SegmentRegisters.setBases(long,long)"(i64 %fs, i64 %gs) alwaysinline {
  call void asm sideeffect "wrfsbase $0; wrgsbase $1", "r,r"(i64 %fs, i64 %gs)
  ret void
}
