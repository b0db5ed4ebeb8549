/* SPDX-License-Identifier: MIT */
#include "exchange/lt-sample.h"

#include <glib/gi18n-lib.h>

#include "exchange/lt-exchange-resources.h"
#include "exchange/lt-json.h"

#define RESOURCE_PREFIX "/io/github/lotrinh/LoTrinh/"

static const char *const reorganisations[] = { "hai-phong-2025", NULL };

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
