#pragma once

#define time(place) 0
