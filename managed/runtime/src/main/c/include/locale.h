#pragma once

#define LC_ALL 0
#define setlocale(category, name) ((void) 0)
