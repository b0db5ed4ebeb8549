/* SPDX-License-Identifier: MIT */
#include <locale.h>

#include "plan/lt-registry.h"

static const LtField *
get_field (const char *name)
{
  return lt_item_type_find_field (LT_TYPE_AGENCY, name);
}

static LtItem *
add_agency (LtRegistry *registry, const char *name, const char *short_forms, const char *variants)
{
  LtItem *agency = lt_item_new_draft (LT_TYPE_AGENCY, 0);

  lt_item_set_text (agency, get_field ("name"), name);
  lt_item_set_text (agency, get_field ("short_forms"), short_forms);
  lt_item_set_text (agency, get_field ("variants"), variants);
  lt_item_append_draft (LT_ITEM (registry), agency);
  return agency;
}

static void
test_find (void)
{
  g_autoptr (LtRegistry) registry = lt_registry_new ();
  gpointer police = add_agency (registry, "Công an thành phố", "CATP\nCA TP", "Công an TP");
  gpointer court = add_agency (registry, "Toà án nhân dân", "", "");
  gpointer labour = add_agency (registry, "Sở Lao động - Thương binh và Xã hội", "Sở LĐ-TB&XH", "");

  g_assert_true (lt_registry_find (registry, "Công an thành phố") == police);
  g_assert_true (lt_registry_find (registry, "catp") == police);
  g_assert_true (lt_registry_find (registry, " CÔNG  AN\nTP ") == police);
  g_assert_true (lt_registry_find (registry, "Tòa án nhân dân") == court);
  g_assert_true (lt_registry_find (registry, "Sở Lao động–Thương binh & Xã hội") == labour);
  g_assert_true (lt_registry_find (registry, "Sở LĐ-TB và XH") == labour);
  g_assert_null (lt_registry_find (registry, "Công an"));
  g_assert_null (lt_registry_find (registry, "Cong an thanh pho"));
  g_assert_null (lt_registry_find (registry, ""));
  g_assert_null (lt_registry_find (registry, NULL));
}

static void
test_claimed_twice (void)
{
  g_autoptr (LtRegistry) registry = lt_registry_new ();
  gpointer first = add_agency (registry, "Sở Khoa học và Công nghệ", "Sở KHCN\nsở khcn", "");
  gpointer second = add_agency (registry, "Sở Kế hoạch", "SKH", "");

  g_assert_true (lt_registry_find (registry, "Sở KHCN") == first);
  lt_item_set_text (second, get_field ("variants"), "Sở KHCN");
  g_assert_null (lt_registry_find (registry, "Sở KHCN"));
  g_assert_true (lt_registry_find (registry, "SKH") == second);
  lt_item_set_text (first, get_field ("short_forms"), "");
  g_assert_true (lt_registry_find (registry, "Sở KHCN") == second);
}

static void
test_serial (void)
{
  g_autoptr (LtRegistry) registry = lt_registry_new ();
  guint serial = lt_registry_get_serial (registry);
  LtItem *agency = add_agency (registry, "Sở Y tế", "", "");

  g_assert_cmpuint (lt_registry_get_serial (registry), >, serial);
  serial = lt_registry_get_serial (registry);
  g_assert_nonnull (lt_registry_find (registry, "Sở Y tế"));
  g_assert_cmpuint (lt_registry_get_serial (registry), ==, serial);

  lt_item_set_text (agency, get_field ("note"), "đổi tên năm 2025");
  g_assert_cmpuint (lt_registry_get_serial (registry), ==, serial);
  lt_item_set_text (agency, get_field ("name"), "Sở Y tế mới");
  g_assert_cmpuint (lt_registry_get_serial (registry), >, serial);
  g_assert_null (lt_registry_find (registry, "Sở Y tế"));
  g_assert_nonnull (lt_registry_find (registry, "Sở Y tế mới"));

  serial = lt_registry_get_serial (registry);
  lt_item_set_text (agency, get_field ("short_forms"), "SYT");
  g_assert_cmpuint (lt_registry_get_serial (registry), >, serial);
  g_assert_nonnull (lt_registry_find (registry, "syt"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registry/find", test_find);
  g_test_add_func ("/registry/claimed-twice", test_claimed_twice);
  g_test_add_func ("/registry/serial", test_serial);
  return g_test_run ();
}
