#pragma once

typedef struct FILE FILE;
