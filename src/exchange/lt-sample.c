/* SPDX-License-Identifier: MIT */
#include "exchange/lt-sample.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "exchange/lt-exchange-resources.h"
#include "exchange/lt-json.h"

#define RESOURCE_PREFIX "/io/github/lotrinh/LoTrinh/"

/* Far above any registry; what is larger would only fill the memory. */
#define DATA_BYTES_MAX (64 * 1024 * 1024)

static const char *const reorganisations[] = { "hai-phong-2025", NULL };
static const char *const titles[] = { N_("Hải Phòng, 2025"), NULL };

static LtBook *
load (const char *path, GError **error)
{
  /* Naming the resource keeps the linker from dropping it out of the static library. */
  g_autoptr (GBytes) bytes = g_resource_lookup_data (lt_exchange_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  return lt_json_parse_book (data, (gssize) length, error);
}

LtBook *
lt_sample_new (GError **error)
{
  return load (RESOURCE_PREFIX "sample.json", error);
}

const char *const *
lt_sample_list_reorganisations (void)
{
  return reorganisations;
}

LtBook *
lt_sample_new_reorganisation (const char *name, GError **error)
{
  g_autofree char *known = NULL;
  g_autofree char *path = NULL;

  if (!g_strv_contains (reorganisations, name))
    {
      known = g_strjoinv (", ", (char **) reorganisations);
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
                   _("No reorganisation “%s” comes with the program; there is: %s."), name, known);
      return NULL;
    }
  path = g_strconcat (RESOURCE_PREFIX "reorganisation-", name, ".json", NULL);
  return load (path, error);
}

const char *
lt_sample_get_reorganisation_title (guint index)
{
  return index < G_N_ELEMENTS (titles) - 1 ? _(titles[index]) : NULL;
}

LtBook *
lt_sample_load_reorganisation (const char *path, GError **error)
{
  g_autofree char *data = NULL;
  GStatBuf info;
  LtBook *book;
  gsize length;

  if (g_stat (path, &info) == 0 && (!S_ISREG (info.st_mode) || info.st_size > DATA_BYTES_MAX))
    {
      g_set_error (error, LT_EXCHANGE_ERROR, LT_EXCHANGE_ERROR_CHOICE,
                   _("%s cannot be read: it is not an ordinary file, or too large."), path);
      return NULL;
    }
  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;
  book = lt_json_parse_book (data, (gssize) length, error);
  if (book == NULL)
    g_prefix_error (error, "%s: ", path);
  return book;
}
