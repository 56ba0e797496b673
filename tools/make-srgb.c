/* make-srgb.c - prints src/render/pdf/srgb.h: the sRGB profile (ICC.1:2001-12,
   version 2.1) that lcms2 makes, its date and ID bytes overwritten so that it
   is the same on every day and machine.

   cc tools/make-srgb.c -llcms2 && ./a.out >src/render/pdf/srgb.h */
#include <lcms2.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
	static const unsigned char date[12] = { 0x07, 0xEA, 0, 1, 0, 1 };
	cmsHPROFILE profile = cmsCreate_sRGBProfile();
	cmsUInt32Number len = 0;
	if (!profile)
		return 1;
	cmsSetProfileVersion(profile, 2.1);
	cmsSaveProfileToMem(profile, NULL, &len);
	unsigned char *data = malloc(len);
	if (!data || !cmsSaveProfileToMem(profile, data, &len))
		return 1;
	memcpy(data + 24, date, sizeof date); /* ICC.1, 7.2: creation date */
	memset(data + 84, 0, 16);             /* and the profile's ID */
	printf("/* srgb.h - made by tools/make-srgb.c; not to be edited. */\n"
	       "static const unsigned char srgb[%u] = {", (unsigned)len);
	for (cmsUInt32Number i = 0; i < len; i++)
		printf("%s0x%02X,", i % 12 ? " " : "\n\t", data[i]);
	printf("\n};\n");
	free(data);
	cmsCloseProfile(profile);
	return 0;
}
