; Volatile, so that each access happens, once and in order.

define i32 @"DeviceMemory.loadInt(PhysicalAddress)"(i64 %address) alwaysinline {
  %pointer = call ptr @peaberry.direct(i64 %address)
  %value = load volatile i32, ptr %pointer, align 4
  ret i32 %value
}

define void @"DeviceMemory.storeInt(PhysicalAddress,int)"(i64 %address, i32 %value) alwaysinline {
  %pointer = call ptr @peaberry.direct(i64 %address)
  store volatile i32 %value, ptr %pointer, align 4
  ret void
}
