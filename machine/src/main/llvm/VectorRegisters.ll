; An area starts at the first multiple of 64 behind the header of its object.

define internal ptr @peaberry.vectors(ptr %state) alwaysinline {
  %object = ptrtoint ptr %state to i64
  %end = add i64 %object, 71
  %address = and i64 %end, -64
  %area = inttoptr i64 %address to ptr
  ret ptr %area
}

define void @"VectorRegisters.start(int)"(i32 %components) alwaysinline {
  call void asm sideeffect "xsetbv; movq %cr0, %rax; andq $$-5, %rax; orq $$10, %rax; movq %rax, %cr0", "{ax},{cx},{dx},~{rax},~{memory},~{dirflag},~{fpsr},~{flags}"(i32 %components, i32 0, i32 0)
  ret void
}

define void @"VectorRegisters.refuse()"() alwaysinline {
  call void asm sideeffect "movq %cr0, %rax; orq $$8, %rax; movq %rax, %cr0", "~{rax},~{memory},~{dirflag},~{fpsr},~{flags}"()
  ret void
}

; MXCSR is loaded even where XSTATE_BV, at 512, says that all components are as they were at first.
define void @"VectorRegisters.initialise(Object)"(ptr %state) alwaysinline {
  %area = call ptr @peaberry.vectors(ptr %state)
  call void asm sideeffect "movl $$0x1F80, 24($0); movq $$0, 512($0)", "r,~{memory}"(ptr %area)
  ret void
}

define void @"VectorRegisters.save(Object)"(ptr %state) alwaysinline {
  %area = call ptr @peaberry.vectors(ptr %state)
  call void asm sideeffect "xsave64 ($0)", "r,{ax},{dx},~{memory},~{dirflag},~{fpsr},~{flags}"(ptr %area, i32 -1, i32 -1)
  ret void
}

; AMD's processors before Zen load the addresses of the last x87 instruction and operand only if an error is pending:
; those of another thread must not be left.
define void @"VectorRegisters.load(Object)"(ptr %state) alwaysinline {
  %area = call ptr @peaberry.vectors(ptr %state)
  call void asm sideeffect "clts; fninit; xrstor64 ($0)", "r,{ax},{dx},~{memory},~{dirflag},~{fpsr},~{flags}"(ptr %area, i32 -1, i32 -1)
  ret void
}
