/* SPDX-License-Identifier: MIT */
#include "app/lt-agency-entry.h"

#include <glib/gi18n-lib.h>

#include "app/lt-agency-chip.h"
#include "app/lt-view-state.h"

struct _LtAgencyEntry
{
  GtkWidget parent_instance;

  char *field;
  LtDocument *document;
  LtAssignment *row;   /* of which the chips speak */
  GPtrArray *mentions; /* (element-type LtMention): those that the chips show; NULL for none */
  GStrv dismissed;     /* phrases that name nobody because a person says so, likewise */

  LtFieldEntry *words;
  GtkLabel *summary;
  GtkFlowBox *chips;
};

G_DEFINE_FINAL_TYPE (LtAgencyEntry, lt_agency_entry, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_FIELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static LtRole
get_role (LtAgencyEntry *self)
{
  return g_str_equal (self->field, "lead") ? LT_ROLE_LEAD : LT_ROLE_COORDINATE;
}

static char *
dup_summary (guint n_mentions, guint n_unknown)
{
  g_autofree char *named = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u agency named", "%u agencies named",
                                                         n_mentions), n_mentions);
  g_autofree char *unknown = NULL;

  if (n_mentions == 0)
    return g_strdup ("");
  if (n_unknown == 0)
    return g_steal_pointer (&named);
  unknown = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u not known", "%u not known", n_unknown), n_unknown);
  /* Translators: "9 agencies named", "1 not known" */
  return g_strdup_printf (_("%s, %s"), named, unknown);
}

static gboolean
are_equal (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return a == b;
  for (guint i = 0; i < a->len; i++)
    {
      const LtMention *first = g_ptr_array_index (a, i);
      const LtMention *second = g_ptr_array_index (b, i);

      if (!g_str_equal (first->phrase, second->phrase) || first->agency != second->agency
          || first->group != second->group || first->doubtful != second->doubtful
          || first->corrected != second->corrected || first->heir != second->heir)
        return FALSE;
    }
  return TRUE;
}

static void
add_chip (LtAgencyEntry *self, GtkWidget *chip)
{
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_flow_box_insert (self->chips, chip, -1);
  gtk_widget_set_focusable (gtk_widget_get_last_child (GTK_WIDGET (self->chips)), FALSE);
}

static void
show_mentions (LtAgencyEntry *self)
{
  GtkWidget *child;
  guint n_dismissed = self->dismissed ? g_strv_length (self->dismissed) : 0;
  guint n = self->mentions ? self->mentions->len : 0;
  guint n_unknown = 0;
  g_autofree char *summary = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))))
    gtk_flow_box_remove (self->chips, child);
  for (guint i = 0; i < n; i++)
    {
      const LtMention *mention = g_ptr_array_index (self->mentions, i);

      add_chip (self, lt_agency_chip_new (self->document, self->row, get_role (self), mention));
      n_unknown += mention->agency == NULL && !mention->group;
    }
  for (guint i = 0; i < n_dismissed; i++)
    add_chip (self, lt_agency_chip_new_dismissed (self->document, self->row, get_role (self), self->dismissed[i]));
  summary = dup_summary (n, n_unknown);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), n + n_dismissed > 0);
}

static gboolean
are_same_words (GStrv a, GStrv b)
{
  return a == NULL || b == NULL ? a == b : g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static void
update (LtAgencyEntry *self)
{
  LtAssignment *row = (LtAssignment *) lt_field_entry_get_item (self->words);
  g_autofree char *text = lt_field_entry_dup_text (self->words);
  g_autoptr (GPtrArray) mentions = row ? lt_assignment_read_words (row, get_role (self), text) : NULL;
  g_auto (GStrv) dismissed = row ? lt_assignment_list_dismissed (row, get_role (self), text) : NULL;

  /* A chip may be under a finger that is pressing it. Who does the work today hangs on more than the words. */
  if (row == self->row && (row == NULL || lt_view_state_get_names (lt_view_state_get (self->document)) == LT_NAMES_ISSUED)
      && are_equal (mentions, self->mentions) && are_same_words (dismissed, self->dismissed))
    return;
  g_set_object (&self->row, row);
  g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_clear_pointer (&self->dismissed, g_strfreev);
  self->mentions = g_steal_pointer (&mentions);
  self->dismissed = g_steal_pointer (&dismissed);
  show_mentions (self);
}

/* Chips name agencies as the other views do: as issued, or by whoever does the work today. */
static void
names_changed_cb (LtAgencyEntry *self)
{
  if (self->document && self->row)
    show_mentions (self);
}

static gboolean
lt_agency_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LT_AGENCY_ENTRY (widget)->words));
}

static void
lt_agency_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LtAgencyEntry *self = LT_AGENCY_ENTRY (object);

  switch (id)
    {
    case PROP_FIELD:
      self->field = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lt_agency_entry_constructed (GObject *object)
{
  LtAgencyEntry *self = LT_AGENCY_ENTRY (object);

  G_OBJECT_CLASS (lt_agency_entry_parent_class)->constructed (object);

  self->words = LT_FIELD_ENTRY (lt_field_entry_new (self->field));
  gtk_widget_insert_after (GTK_WIDGET (self->words), GTK_WIDGET (self), NULL);
  g_signal_connect_swapped (self->words, "edited", G_CALLBACK (update), self);
}

static void
lt_agency_entry_dispose (GObject *object)
{
  LtAgencyEntry *self = LT_AGENCY_ENTRY (object);

  if (self->document)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      g_signal_handlers_disconnect_by_data (lt_view_state_get (self->document), self);
    }
  g_clear_object (&self->document);
  g_clear_object (&self->row);
  g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_clear_pointer (&self->dismissed, g_strfreev);
  g_clear_pointer ((GtkWidget **) &self->words, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_AGENCY_ENTRY);

  G_OBJECT_CLASS (lt_agency_entry_parent_class)->dispose (object);
}

static void
lt_agency_entry_finalize (GObject *object)
{
  g_free (LT_AGENCY_ENTRY (object)->field);

  G_OBJECT_CLASS (lt_agency_entry_parent_class)->finalize (object);
}

static void
lt_agency_entry_class_init (LtAgencyEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lt_agency_entry_set_property;
  object_class->constructed = lt_agency_entry_constructed;
  object_class->dispose = lt_agency_entry_dispose;
  object_class->finalize = lt_agency_entry_finalize;
  widget_class->grab_focus = lt_agency_entry_grab_focus;

  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-agency-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, LtAgencyEntry, summary);
  gtk_widget_class_bind_template_child (widget_class, LtAgencyEntry, chips);
}

static void
lt_agency_entry_init (LtAgencyEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_mentions (self);
}

void
lt_agency_entry_set_item (LtAgencyEntry *self, LtDocument *document, LtAssignment *item)
{
  g_return_if_fail (LT_IS_AGENCY_ENTRY (self));

  /* What is typed for the row before goes to the document it belongs to. */
  lt_field_entry_commit (self->words);
  if (self->document)
    {
      g_signal_handlers_disconnect_by_data (self->document, self);
      g_signal_handlers_disconnect_by_data (lt_view_state_get (self->document), self);
    }
  g_set_object (&self->document, document);
  if (document)
    {
      g_signal_connect_swapped (document, "changed", G_CALLBACK (update), self);
      g_signal_connect_swapped (lt_view_state_get (document), "notify::names", G_CALLBACK (names_changed_cb), self);
      g_signal_connect_swapped (lt_view_state_get (document), "notify::as-of", G_CALLBACK (names_changed_cb), self);
    }
  lt_field_entry_set_item (self->words, document, (LtItem *) item);
}

gboolean
lt_agency_entry_commit (LtAgencyEntry *self)
{
  g_return_val_if_fail (LT_IS_AGENCY_ENTRY (self), FALSE);

  return lt_field_entry_commit (self->words);
}

LtFieldEntry *
lt_agency_entry_get_words (LtAgencyEntry *self)
{
  g_return_val_if_fail (LT_IS_AGENCY_ENTRY (self), NULL);

  return self->words;
}
