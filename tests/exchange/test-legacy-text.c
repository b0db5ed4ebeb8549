/* SPDX-License-Identifier: MIT */
#include "exchange/lt-legacy-text.h"

static const struct {
  LtLegacy legacy;
  const char *text;
  const char *meaning;
} cases[] = {
  { LT_LEGACY_TCVN3, "C«ng an thµnh phè H¶i Phßng", "Công an thành phố Hải Phòng" },
  { LT_LEGACY_TCVN3, "Së Lao ®éng - Th­¬ng binh vµ X· héi", "Sở Lao động - Thương binh và Xã hội" },
  { LT_LEGACY_TCVN3, "Uû ban nh©n d©n quËn, huyÖn; §µi Ph¸t thanh", "Uỷ ban nhân dân quận, huyện; Đài Phát thanh" },
  { LT_LEGACY_TCVN3, "¡n, ¢u, £m, ¤ng, ¥n, ¦u", "Ăn, Âu, Êm, Ông, Ơn, Ưu" },
  { LT_LEGACY_TCVN3_CAPITALS, "KÕ ho¹ch n¨m 2024", "KẾ HOẠCH NĂM 2024" },
  { LT_LEGACY_VNI, "Coâng an thaønh phoá Haûi Phoøng", "Công an thành phố Hải Phòng" },
  { LT_LEGACY_VNI, "Sôû Lao ñoäng - Thöông binh vaø Xaõ hoäi", "Sở Lao động - Thương binh và Xã hội" },
  { LT_LEGACY_VNI, "ÑAËC BIEÄT: ÑÔØI SOÁNG, TÖØ, YÙ, MÓ, KÌ, NGHÆ, THÒ, KYÕ, LÍ", "ĐẶC BIỆT: ĐỜI SỐNG, TỪ, Ý, MĨ, KÌ, NGHỈ, THỊ, KỸ, LÍ" },
  { LT_LEGACY_VNI, "nghó, tæ, tî, thöïc, quyeát, aê, aèm, aüm, aëc", "nghĩ, tỉ, tỵ, thực, quyết, ă, ằm, ẵm, ặc" },
  { LT_LEGACY_NONE, "Së Y tÕ", "Së Y tÕ" },
};

static void
test_meaning (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *meaning = lt_legacy_dup_text (cases[i].legacy, cases[i].text);

      g_assert_cmpstr (meaning, ==, cases[i].meaning);
    }
}

static void
test_fonts (void)
{
  g_assert_cmpint (lt_legacy_from_font (".VnTime"), ==, LT_LEGACY_TCVN3);
  g_assert_cmpint (lt_legacy_from_font (".VnArialH"), ==, LT_LEGACY_TCVN3_CAPITALS);
  g_assert_cmpint (lt_legacy_from_font ("VNI-Times"), ==, LT_LEGACY_VNI);
  g_assert_cmpint (lt_legacy_from_font ("Times New Roman"), ==, LT_LEGACY_NONE);
  g_assert_cmpint (lt_legacy_from_font (""), ==, LT_LEGACY_NONE);
  g_assert_cmpint (lt_legacy_from_font (NULL), ==, LT_LEGACY_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legacy-text/meaning", test_meaning);
  g_test_add_func ("/legacy-text/fonts", test_fonts);
  return g_test_run ();
}
