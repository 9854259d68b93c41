; A program reaches its own memory directly; the page table decides. Volatile, because what is there
; may be shared with another process, and because a fault at an address is an effect that must stay.

define i32 @"VirtualMemory.loadByte(long)"(i64 %address) alwaysinline {
  %pointer = inttoptr i64 %address to ptr
  %byte = load volatile i8, ptr %pointer, align 1
  %value = sext i8 %byte to i32
  ret i32 %value
}

define i32 @"VirtualMemory.loadShort(long)"(i64 %address) alwaysinline {
  %pointer = inttoptr i64 %address to ptr
  %short = load volatile i16, ptr %pointer, align 2
  %value = sext i16 %short to i32
  ret i32 %value
}

define i32 @"VirtualMemory.loadInt(long)"(i64 %address) alwaysinline {
  %pointer = inttoptr i64 %address to ptr
  %value = load volatile i32, ptr %pointer, align 4
  ret i32 %value
}

define i64 @"VirtualMemory.loadLong(long)"(i64 %address) alwaysinline {
  %pointer = inttoptr i64 %address to ptr
  %value = load volatile i64, ptr %pointer, align 8
  ret i64 %value
}

define void @"VirtualMemory.storeByte(long,byte)"(i64 %address, i32 %value) alwaysinline {
  %pointer = inttoptr i64 %address to ptr
  %byte = trunc i32 %value to i8
  store volatile i8 %byte, ptr %pointer, align 1
  ret void
}

define void @"VirtualMemory.storeShort(long,short)"(i64 %address, i32 %value) alwaysinline {
  %pointer = inttoptr i64 %address to ptr
  %short = trunc i32 %value to i16
  store volatile i16 %short, ptr %pointer, align 2
  ret void
}

define void @"VirtualMemory.storeInt(long,int)"(i64 %address, i32 %value) alwaysinline {
  %pointer = inttoptr i64 %address to ptr
  store volatile i32 %value, ptr %pointer, align 4
  ret void
}

define void @"VirtualMemory.storeLong(long,long)"(i64 %address, i64 %value) alwaysinline {
  %pointer = inttoptr i64 %address to ptr
  store volatile i64 %value, ptr %pointer, align 8
  ret void
}

define void @"VirtualMemory.copy(long,long,long)"(i64 %to, i64 %from, i64 %bytes) alwaysinline {
  %longs = lshr i64 %bytes, 3
  %rest = and i64 %bytes, 7
  %ends = call { i64, i64, i64 } asm sideeffect "rep movsq; movl ${6:k}, %ecx; rep movsb", "={di},={si},={cx},0,1,2,ir,~{memory},~{dirflag},~{fpsr},~{flags}"(i64 %to, i64 %from, i64 %longs, i64 %rest)
  ret void
}

define void @"VirtualMemory.clear(long,long)"(i64 %address, i64 %bytes) alwaysinline {
  %longs = lshr i64 %bytes, 3
  %rest = and i64 %bytes, 7
  %ends = call { i64, i64 } asm sideeffect "rep stosq; movl ${5:k}, %ecx; rep stosb", "={di},={cx},0,1,{ax},ir,~{memory},~{dirflag},~{fpsr},~{flags}"(i64 %address, i64 %longs, i64 0, i64 %rest)
  ret void
}
