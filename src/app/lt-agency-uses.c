/* SPDX-License-Identifier: MIT */
#include "app/lt-agency-uses.h"

#include <glib/gi18n-lib.h>

#include "app/lt-list-label.h"
#include "plan/lt-agency-use.h"

#define LT_TYPE_USE (lt_use_get_type ())
G_DECLARE_FINAL_TYPE (LtUse, lt_use, LT, USE, GObject)

/* An LtAgencyUse that a list can hold. */
struct _LtUse
{
  GObject parent_instance;

  LtAssignment *row;
  LtRole role;
};

G_DEFINE_FINAL_TYPE (LtUse, lt_use, G_TYPE_OBJECT)

struct _LtAgencyUses
{
  GtkWidget parent_instance;

  GListStore *uses;

  GtkStack *stack;
  GtkListView *list;
  GtkNoSelection *selection;
};

G_DEFINE_FINAL_TYPE (LtAgencyUses, lt_agency_uses, GTK_TYPE_WIDGET)

static void
lt_use_finalize (GObject *object)
{
  g_object_unref (LT_USE (object)->row);

  G_OBJECT_CLASS (lt_use_parent_class)->finalize (object);
}

static void
lt_use_class_init (LtUseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lt_use_finalize;
}

static void
lt_use_init (LtUse *self)
{
}

static LtUse *
create_use (const LtAgencyUse *use)
{
  LtUse *self = g_object_new (LT_TYPE_USE, NULL);

  self->row = g_object_ref (use->assignment);
  self->role = use->role;
  return self;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < 2; i++)
    gtk_box_append (GTK_BOX (texts), lt_list_label_new (0));
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_list_item_set_child (list_item, box);
}

/* The plan stands before the number where the file holds several. */
static char *
dup_place (LtAssignment *row)
{
  LtItem *initiative = lt_item_get_parent (LT_ITEM (row));
  LtItem *plan = lt_item_get_ancestor (LT_ITEM (row), LT_TYPE_PLAN);
  g_autofree char *path = lt_item_dup_path (LT_ITEM (row));
  const char *name = lt_initiative_get_name (LT_INITIATIVE (initiative));

  if (lt_item_get_n_children (lt_item_get_parent (plan)) > 1)
    return g_strdup_printf ("%s · %s %s", lt_plan_get_title (LT_PLAN (plan)), path, name);
  return g_strdup_printf ("%s  %s", path, name);
}

static char *
dup_result (LtAssignment *row)
{
  return lt_item_get_n_children (LT_ITEM (row)) > 0 ? lt_outcome_dup_line (lt_item_get_child (LT_ITEM (row), 0))
                                                    : g_strdup ("");
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  LtUse *use = gtk_list_item_get_item (list_item);
  GtkWidget *texts = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  gboolean there = lt_item_get_ancestor (LT_ITEM (use->row), LT_TYPE_PLAN) != NULL;
  g_autofree char *place = there ? dup_place (use->row) : g_strdup ("");
  g_autofree char *result = dup_result (use->row);
  const char *role = use->role == LT_ROLE_LEAD ? _("Leads") : _("Coordinates");
  g_autofree char *name = g_strdup_printf ("%s: %s", role, place);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (texts)), place);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (texts)), result);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (texts)), role);
  lt_list_row_set_name (list_item, name);
}

void
lt_agency_uses_activate (LtAgencyUses *self, guint position)
{
  g_autoptr (LtUse) use = g_list_model_get_item (G_LIST_MODEL (self->uses), position);

  if (use)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.reveal", "x", lt_item_get_id (LT_ITEM (use->row)));
}

static void
activated_cb (GtkListView *list, guint position, LtAgencyUses *self)
{
  lt_agency_uses_activate (self, position);
}

static void
lt_agency_uses_dispose (GObject *object)
{
  LtAgencyUses *self = LT_AGENCY_USES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_AGENCY_USES);
  g_clear_object (&self->uses);

  G_OBJECT_CLASS (lt_agency_uses_parent_class)->dispose (object);
}

static void
lt_agency_uses_class_init (LtAgencyUsesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_agency_uses_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-agency-uses.ui");
  gtk_widget_class_bind_template_child (widget_class, LtAgencyUses, stack);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyUses, list);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyUses, selection);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
lt_agency_uses_init (LtAgencyUses *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->uses = g_list_store_new (LT_TYPE_USE);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->uses));
}

void
lt_agency_uses_show (LtAgencyUses *self, GPtrArray *uses)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (LT_IS_AGENCY_USES (self));

  for (guint i = 0; uses && i < uses->len; i++)
    g_ptr_array_add (objects, create_use (g_ptr_array_index (uses, i)));
  g_list_store_splice (self->uses, 0, g_list_model_get_n_items (G_LIST_MODEL (self->uses)), objects->pdata,
                       objects->len);
  gtk_stack_set_visible_child_name (self->stack, objects->len > 0 ? "list" : "nothing");
}

guint
lt_agency_uses_get_n (LtAgencyUses *self)
{
  g_return_val_if_fail (LT_IS_AGENCY_USES (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->uses));
}
