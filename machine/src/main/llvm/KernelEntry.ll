; Variables and boundaries that the assembly and the linker script of kernel/arch/x86_64 define.

@current_context = external dso_local global ptr
@idle_context = external dso_local global i8
@boot_start_info = external dso_local global i64
@kernel_image_start = external dso_local global i8
@kernel_text_end = external dso_local global i8
@kernel_image_end = external dso_local global i8
@kernel_stack_guard = external dso_local global i8
@kernel_stack_top = external dso_local global i8

define void @"KernelEntry.resume(Object)"(ptr %context) alwaysinline {
  store ptr %context, ptr @current_context, align 8
  ret void
}

define void @"KernelEntry.idle()"() alwaysinline {
  store ptr @idle_context, ptr @current_context, align 8
  ret void
}

define i64 @"KernelEntry.startInfo()"() alwaysinline {
  %address = load i64, ptr @boot_start_info, align 8
  ret i64 %address
}

define i64 @"KernelEntry.imageStart()"() alwaysinline {
  ret i64 ptrtoint (ptr @kernel_image_start to i64)
}

define i64 @"KernelEntry.textEnd()"() alwaysinline {
  ret i64 ptrtoint (ptr @kernel_text_end to i64)
}

define i64 @"KernelEntry.imageEnd()"() alwaysinline {
  ret i64 ptrtoint (ptr @kernel_image_end to i64)
}

define i64 @"KernelEntry.stackGuard()"() alwaysinline {
  ret i64 ptrtoint (ptr @kernel_stack_guard to i64)
}

define i64 @"KernelEntry.stackTop()"() alwaysinline {
  ret i64 ptrtoint (ptr @kernel_stack_top to i64)
}
