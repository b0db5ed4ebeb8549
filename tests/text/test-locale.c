/* SPDX-License-Identifier: MIT */
#include <glib/gi18n-lib.h>

#include "text/lt-locale.h"

typedef struct {
  const char *name;
  const char *language; /* what lt_locale_init() is given */
  const char *env_language; /* LANGUAGE */
  const char *env_locale; /* LC_ALL */
  gboolean vietnamese;
} Case;

static const Case cases[] = {
  { "asked-vi", "vi", NULL, "C.UTF-8", TRUE },
  { "asked-vi-plain-c", "vi", NULL, "C", TRUE },
  { "asked-vi-against-env", "vi", "en", "C.UTF-8", TRUE },
  { "asked-en", "en", "vi", "C.UTF-8", FALSE },
  { "system-language", "system", "vi", "C.UTF-8", TRUE },
  { "system-says-nothing", "system", NULL, "C.UTF-8", FALSE },
  { "rule-nothing", NULL, NULL, "C.UTF-8", TRUE },
  { "rule-plain-c", NULL, NULL, "C", TRUE },
  { "rule-unknown-locale", NULL, NULL, "xx_YY.UTF-8", TRUE },
  { "rule-language-en", NULL, "en", "C.UTF-8", FALSE },
  { "rule-language-vi-in-c", NULL, "vi", "C", TRUE },
  { "rule-empty-language", NULL, "", "C.UTF-8", TRUE },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;

  if (!g_test_subprocess ())
    {
      g_setenv ("LC_ALL", test->env_locale, TRUE);
      if (test->env_language)
        g_setenv ("LANGUAGE", test->env_language, TRUE);
      else
        g_unsetenv ("LANGUAGE");
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }

  lt_locale_init (test->language);
  g_assert_cmpstr (_("Overdue"), ==, test->vietnamese ? "Quá hạn" : "Overdue");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/locale/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
