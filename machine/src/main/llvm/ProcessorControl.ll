; The page tables are written before and read by the processor after these: hence the memory clobbers.

define void @"ProcessorControl.loadTranslation(PhysicalAddress)"(i64 %root) alwaysinline {
  call void asm sideeffect "movq $0, %cr3", "r,~{memory},~{dirflag},~{fpsr},~{flags}"(i64 %root)
  ret void
}

define i64 @"ProcessorControl.translation()"() alwaysinline {
  %root = call i64 asm sideeffect "movq %cr3, $0", "=r,~{dirflag},~{fpsr},~{flags}"()
  ret i64 %root
}

define void @"ProcessorControl.invalidate(long)"(i64 %address) alwaysinline {
  call void asm sideeffect "invlpg ($0)", "r,~{memory},~{dirflag},~{fpsr},~{flags}"(i64 %address)
  ret void
}

define void @"ProcessorControl.enable(long)"(i64 %bits) alwaysinline {
  call void asm sideeffect "movq %cr4, %rax; orq $0, %rax; movq %rax, %cr4", "r,~{rax},~{memory},~{dirflag},~{fpsr},~{flags}"(i64 %bits)
  ret void
}

define void @"ProcessorControl.flush(PhysicalAddress)"(i64 %address) alwaysinline {
  %pointer = call ptr @peaberry.direct(i64 %address)
  call void asm sideeffect "clflush ($0)", "r,~{memory},~{dirflag},~{fpsr},~{flags}"(ptr %pointer)
  ret void
}

define void @"ProcessorControl.halt()"() alwaysinline {
  call void asm sideeffect "cli; hlt", "~{memory},~{dirflag},~{fpsr},~{flags}"()
  ret void
}
