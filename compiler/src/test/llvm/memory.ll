; Physical memory of a test program: a megabyte that linux.S reserves.

@test_memory = external global i8

define ptr @"Placement.pointer(long)"(i64 %address) alwaysinline {
  %pointer = getelementptr i8, ptr @test_memory, i64 %address
  ret ptr %pointer
}

define i64 @"Placement.addressOf(Object)"(ptr %placed) alwaysinline {
  %there = ptrtoint ptr %placed to i64
  %start = ptrtoint ptr @test_memory to i64
  %address = sub i64 %there, %start
  ret i64 %address
}
