; Native bodies of the tests' intrinsics. The buffer itself is in linux.S, which empties it at the end.

declare void @test_put_byte(i32)

define void @"Out.putByte(int)"(i32 %value) alwaysinline {
  call void @test_put_byte(i32 %value)
  ret void
}
