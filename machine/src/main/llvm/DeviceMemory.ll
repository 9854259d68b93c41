; Volatile, so that each access happens, once and in order.

define i32 @"DeviceMemory.loadInt(PhysicalAddress)"(i64 %address) alwaysinline {
  %virtual = add i64 %address, -140737488355328                ; 0xFFFF800000000000, the direct map
  %pointer = inttoptr i64 %virtual to ptr
  %value = load volatile i32, ptr %pointer, align 4
  ret i32 %value
}

define void @"DeviceMemory.storeInt(PhysicalAddress,int)"(i64 %address, i32 %value) alwaysinline {
  %virtual = add i64 %address, -140737488355328
  %pointer = inttoptr i64 %virtual to ptr
  store volatile i32 %value, ptr %pointer, align 4
  ret void
}
