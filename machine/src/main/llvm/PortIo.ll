define i32 @"PortIo.readByte(int)"(i32 %port) alwaysinline {
  %number = trunc i32 %port to i16
  %byte = call i8 asm sideeffect "inb %dx, %al", "={ax},{dx},~{memory},~{dirflag},~{fpsr},~{flags}"(i16 %number)
  %value = zext i8 %byte to i32
  ret i32 %value
}

define i32 @"PortIo.readShort(int)"(i32 %port) alwaysinline {
  %number = trunc i32 %port to i16
  %short = call i16 asm sideeffect "inw %dx, %ax", "={ax},{dx},~{memory},~{dirflag},~{fpsr},~{flags}"(i16 %number)
  %value = zext i16 %short to i32
  ret i32 %value
}

define i32 @"PortIo.readInt(int)"(i32 %port) alwaysinline {
  %number = trunc i32 %port to i16
  %value = call i32 asm sideeffect "inl %dx, %eax", "={ax},{dx},~{memory},~{dirflag},~{fpsr},~{flags}"(i16 %number)
  ret i32 %value
}

define void @"PortIo.writeByte(int,int)"(i32 %port, i32 %value) alwaysinline {
  %number = trunc i32 %port to i16
  %byte = trunc i32 %value to i8
  call void asm sideeffect "outb %al, %dx", "{ax},{dx},~{memory},~{dirflag},~{fpsr},~{flags}"(i8 %byte, i16 %number)
  ret void
}

define void @"PortIo.writeShort(int,int)"(i32 %port, i32 %value) alwaysinline {
  %number = trunc i32 %port to i16
  %short = trunc i32 %value to i16
  call void asm sideeffect "outw %ax, %dx", "{ax},{dx},~{memory},~{dirflag},~{fpsr},~{flags}"(i16 %short, i16 %number)
  ret void
}

define void @"PortIo.writeInt(int,int)"(i32 %port, i32 %value) alwaysinline {
  %number = trunc i32 %port to i16
  call void asm sideeffect "outl %eax, %dx", "{ax},{dx},~{memory},~{dirflag},~{fpsr},~{flags}"(i32 %value, i16 %number)
  ret void
}
