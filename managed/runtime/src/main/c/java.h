/* Methods of Java that C calls: @Export in peaberry.managed and in TeaVM's runtime. */
#pragma once

_Noreturn void peaberry_throwStackOverflow(void);
_Noreturn void peaberry_throwOutOfMemory(void);

/* Ends the process as its program wants it: every thread of it has come to its end. */
void peaberry_finish(void);

/* Hands over what the program wrote. */
void peaberry_flush(void);
