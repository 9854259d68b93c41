define i32 @"PortIo.readByte(int)"(i32 %port) alwaysinline {
  %value = call i32 asm sideeffect "inb %dx, %al; movzbl %al, %eax", "={ax},{dx},~{memory},~{dirflag},~{fpsr},~{flags}"(i32 %port)
  ret i32 %value
}

define i32 @"PortIo.readShort(int)"(i32 %port) alwaysinline {
  %value = call i32 asm sideeffect "inw %dx, %ax; movzwl %ax, %eax", "={ax},{dx},~{memory},~{dirflag},~{fpsr},~{flags}"(i32 %port)
  ret i32 %value
}

define i32 @"PortIo.readInt(int)"(i32 %port) alwaysinline {
  %value = call i32 asm sideeffect "inl %dx, %eax", "={ax},{dx},~{memory},~{dirflag},~{fpsr},~{flags}"(i32 %port)
  ret i32 %value
}

define void @"PortIo.writeByte(int,int)"(i32 %port, i32 %value) alwaysinline {
  call void asm sideeffect "outb %al, %dx", "{ax},{dx},~{memory},~{dirflag},~{fpsr},~{flags}"(i32 %value, i32 %port)
  ret void
}

define void @"PortIo.writeShort(int,int)"(i32 %port, i32 %value) alwaysinline {
  call void asm sideeffect "outw %ax, %dx", "{ax},{dx},~{memory},~{dirflag},~{fpsr},~{flags}"(i32 %value, i32 %port)
  ret void
}

define void @"PortIo.writeInt(int,int)"(i32 %port, i32 %value) alwaysinline {
  call void asm sideeffect "outl %eax, %dx", "{ax},{dx},~{memory},~{dirflag},~{fpsr},~{flags}"(i32 %value, i32 %port)
  ret void
}
