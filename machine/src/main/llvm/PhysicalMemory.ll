; Physical memory is reached through the kernel's direct map of the low 4 GiB (kernel/arch/x86_64, boot.S).

define internal ptr @peaberry.direct(i64 %address) alwaysinline {
  %virtual = add i64 %address, -140737488355328                ; 0xFFFF800000000000
  %pointer = inttoptr i64 %virtual to ptr
  ret ptr %pointer
}

define i32 @"PhysicalMemory.loadByte(PhysicalAddress)"(i64 %address) alwaysinline {
  %pointer = call ptr @peaberry.direct(i64 %address)
  %byte = load i8, ptr %pointer, align 1
  %value = sext i8 %byte to i32
  ret i32 %value
}

define i32 @"PhysicalMemory.loadInt(PhysicalAddress)"(i64 %address) alwaysinline {
  %pointer = call ptr @peaberry.direct(i64 %address)
  %value = load i32, ptr %pointer, align 4
  ret i32 %value
}

define i64 @"PhysicalMemory.loadLong(PhysicalAddress)"(i64 %address) alwaysinline {
  %pointer = call ptr @peaberry.direct(i64 %address)
  %value = load i64, ptr %pointer, align 8
  ret i64 %value
}

define void @"PhysicalMemory.storeByte(PhysicalAddress,byte)"(i64 %address, i32 %value) alwaysinline {
  %pointer = call ptr @peaberry.direct(i64 %address)
  %byte = trunc i32 %value to i8
  store i8 %byte, ptr %pointer, align 1
  ret void
}

define void @"PhysicalMemory.storeInt(PhysicalAddress,int)"(i64 %address, i32 %value) alwaysinline {
  %pointer = call ptr @peaberry.direct(i64 %address)
  store i32 %value, ptr %pointer, align 4
  ret void
}

define void @"PhysicalMemory.storeLong(PhysicalAddress,long)"(i64 %address, i64 %value) alwaysinline {
  %pointer = call ptr @peaberry.direct(i64 %address)
  store i64 %value, ptr %pointer, align 8
  ret void
}

define void @"PhysicalMemory.zero(PhysicalAddress,long)"(i64 %address, i64 %bytes) alwaysinline {
  %pointer = call ptr @peaberry.direct(i64 %address)
  %longs = lshr i64 %bytes, 3
  %ends = call { ptr, i64 } asm sideeffect "rep stosq", "={di},={cx},0,1,{ax},~{memory},~{dirflag},~{fpsr},~{flags}"(ptr %pointer, i64 %longs, i64 0)
  ret void
}

define void @"PhysicalMemory.copy(PhysicalAddress,PhysicalAddress,long)"(i64 %to, i64 %from, i64 %bytes) alwaysinline {
  %target = call ptr @peaberry.direct(i64 %to)
  %source = call ptr @peaberry.direct(i64 %from)
  %longs = lshr i64 %bytes, 3
  %rest = and i64 %bytes, 7
  %ends = call { ptr, ptr, i64 } asm sideeffect "rep movsq; movl ${6:k}, %ecx; rep movsb", "={di},={si},={cx},0,1,2,ir,~{memory},~{dirflag},~{fpsr},~{flags}"(ptr %target, ptr %source, i64 %longs, i64 %rest)
  ret void
}
