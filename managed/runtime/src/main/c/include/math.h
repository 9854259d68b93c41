#pragma once

#define NAN __builtin_nanf("")
#define INFINITY __builtin_inff()
#define isnan(value) __builtin_isnan(value)
#define isfinite(value) __builtin_isfinite(value)
#define isinf(value) __builtin_isinf(value)

double fabs(double value);
double sqrt(double value);
double floor(double value);
double ceil(double value);
double fmod(double value, double by);
float fmodf(float value, float by);
double exp(double value);
double log(double value);
double pow(double value, double exponent);
double sin(double value);
double cos(double value);
double tan(double value);
double asin(double value);
double acos(double value);
double atan(double value);
double atan2(double y, double x);
