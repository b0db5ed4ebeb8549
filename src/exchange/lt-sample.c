/* SPDX-License-Identifier: MIT */
#include "exchange/lt-sample.h"

#include "exchange/lt-exchange-resources.h"
#include "exchange/lt-json.h"

LtBook *
lt_sample_new (GError **error)
{
  /* Naming the resource keeps the linker from dropping it out of the static library. */
  g_autoptr (GBytes) bytes = g_resource_lookup_data (lt_exchange_get_resource (),
                                                     "/io/github/lotrinh/LoTrinh/sample.json",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  return lt_json_parse_book (data, (gssize) length, error);
}
