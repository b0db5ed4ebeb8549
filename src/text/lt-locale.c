/* SPDX-License-Identifier: MIT */
#include "text/lt-locale.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "lt-config.h"

static gboolean
holds_catalogues (const char *directory)
{
  g_autofree char *catalogue = g_build_filename (directory, "vi", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  return g_file_test (catalogue, G_FILE_TEST_EXISTS);
}

static char *
find_directory (void)
{
  g_autofree char *build_root = g_path_get_dirname (LT_BUILD_LOCALEDIR);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program)
    {
      g_autofree char *bindir = g_path_get_dirname (program);
      g_autofree char *beside = g_build_filename (bindir, "..", "share", "locale", NULL);

      if (g_str_has_prefix (program, build_root) && holds_catalogues (LT_BUILD_LOCALEDIR))
        return g_strdup (LT_BUILD_LOCALEDIR);
      if (holds_catalogues (beside))
        return g_steal_pointer (&beside);
    }
  return g_strdup (LT_LOCALEDIR);
}

static gboolean
is_plain_locale (const char *locale)
{
  return locale == NULL || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0;
}

/* What the person said by the environment, NULL for nothing in particular. */
static const char *
choose_by_environment (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);
  const char *languages = g_getenv ("LANGUAGE");

  if (languages && *languages)
    return NULL;
  return locale && g_str_has_prefix (locale, "en") ? NULL : "vi";
}

void
lt_locale_init (const char *language)
{
  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  /* Plain C is not UTF-8, and there gettext looks at no catalogue at all. */
  if (is_plain_locale (setlocale (LC_CTYPE, NULL)))
    setlocale (LC_CTYPE, "C.UTF-8");

  if (language == NULL)
    language = choose_by_environment ();
  else if (strcmp (language, "system") == 0)
    language = NULL;

  if (language)
    g_setenv ("LANGUAGE", language, TRUE);
  if ((language || g_getenv ("LANGUAGE")) && is_plain_locale (setlocale (LC_MESSAGES, NULL)))
    setlocale (LC_MESSAGES, "C.UTF-8");

  bindtextdomain (GETTEXT_PACKAGE, lt_locale_get_directory ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

const char *
lt_locale_get_directory (void)
{
  static char *directory;

  if (g_once_init_enter (&directory))
    g_once_init_leave (&directory, find_directory ());
  return directory;
}
