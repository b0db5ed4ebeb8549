/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "plan/lt-coordination.h"
#include "text/lt-text.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static void
add_agency (LtRegistry *registry, const char *name, const char *short_forms)
{
  LtItem *agency = lt_item_new_draft (LT_TYPE_AGENCY, 0);

  lt_item_set_text (agency, lt_item_type_find_field (LT_TYPE_AGENCY, "name"), name);
  lt_item_set_text (agency, lt_item_type_find_field (LT_TYPE_AGENCY, "short_forms"), short_forms);
  lt_item_append_draft (LT_ITEM (registry), agency);
}

static LtRegistry *
get_registry (void)
{
  static LtRegistry *registry;

  if (registry == NULL)
    {
      registry = lt_registry_new ();
      add_agency (registry, "Công an thành phố Hải Phòng", "CATP\nCông an thành phố");
      add_agency (registry, "Sở Thông tin và Truyền thông", "Sở TT&TT");
      add_agency (registry, "Sở Lao động - Thương binh và Xã hội", "Sở LĐ-TB&XH");
      add_agency (registry, "Bảo hiểm xã hội thành phố", "BHXH thành phố");
      add_agency (registry, "các đơn vị có liên quan", "");
    }
  return registry;
}

/* Every piece stands in the cell, each behind the one before. */
static void
check (const char *text, LtRegistry *registry)
{
  g_autoptr (GPtrArray) mentions = lt_coordination_parse (text, registry);
  g_autofree char *line = lt_text_dup_clean (text, FALSE, NULL);
  const char *place = line;

  for (guint i = 0; i < mentions->len; i++)
    {
      const LtMention *mention = g_ptr_array_index (mentions, i);

      g_assert_cmpstr (mention->phrase, !=, "");
      if (line == NULL)
        continue;
      place = strstr (place, mention->phrase);
      g_assert_nonnull (place);
      place += strlen (mention->phrase);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  check (text, NULL);
  check (text, get_registry ());
  return 0;
}
