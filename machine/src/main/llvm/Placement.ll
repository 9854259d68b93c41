; Placed objects are addressed through the kernel's direct map. The compiler expands create, at, isAt and sizeOf itself.

define ptr @"Placement.pointer(long)"(i64 %address) alwaysinline {
  %pointer = call ptr @peaberry.direct(i64 %address)
  ret ptr %pointer
}

define i64 @"Placement.addressOf(Object)"(ptr %placed) alwaysinline {
  %virtual = ptrtoint ptr %placed to i64
  %address = sub i64 %virtual, -140737488355328
  ret i64 %address
}
