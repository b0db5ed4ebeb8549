/* SPDX-License-Identifier: MIT */
#include "app/lt-baseline-button.h"

#include <glib/gi18n-lib.h>

#include "app/lt-feedback.h"

struct _LtBaselineButton
{
  GtkWidget parent_instance;

  LtDocument *document;
  LtPlan *plan;
  gint64 shown; /* id; 0 for none */
  gboolean filling;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkScrolledWindow *scroller;
  GtkBox *choices;
  GtkWidget *keeping;
  GtkEditable *name;
};

G_DEFINE_FINAL_TYPE (LtBaselineButton, lt_baseline_button, GTK_TYPE_WIDGET)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* More than these are scrolled. */
#define CHOICES_HEIGHT_MAX 240

/* What stands in the plan's own language, as its other words do. */
#define NAME_WHEN_ISSUED "Khi ban hành"

static char *
dup_title (LtBaseline *baseline)
{
  g_autofree char *day = lt_day_dup_official (lt_baseline_get_day (baseline));
  const char *name = lt_baseline_get_name (baseline);

  return day == NULL || g_strrstr (name, day) ? g_strdup (name) : g_strdup_printf ("%s (%s)", name, day);
}

static void
update_label (LtBaselineButton *self)
{
  LtBaseline *baseline = lt_baseline_button_get_shown (self);
  /* Translators: %s is the name of a baseline: "Beside: when issued" */
  g_autofree char *text = baseline ? g_strdup_printf (_("Beside: %s"), lt_baseline_get_name (baseline))
                                   : g_strdup (_("No baseline"));

  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show (LtBaselineButton *self, gint64 id)
{
  if (self->shown == id)
    return;
  self->shown = id;
  update_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (GtkCheckButton *check, LtBaselineButton *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (check), "lt-id");

  if (!self->filling && gtk_check_button_get_active (check))
    show (self, id ? *id : 0);
}

static void
remove_cb (GtkWidget *button, LtBaselineButton *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "lt-id");
  LtItem *baseline = lt_document_find_item (self->document, *id);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  gtk_menu_button_popdown (self->button);
  if (baseline == NULL)
    return;
  /* Translators: %s is the name of a baseline. */
  text = g_strdup_printf (_("“%s” was removed"), lt_baseline_get_name (LT_BASELINE (baseline)));
  g_ptr_array_add (items, baseline);
  if (lt_document_remove (self->document, items, &error))
    lt_feedback_undo_toast (GTK_WIDGET (self), text);
  else
    lt_feedback_error (GTK_WIDGET (self), _("The baseline cannot be removed"), error);
}

static void
keep_cb (LtBaselineButton *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  LtBaseline *baseline;

  gtk_menu_button_popdown (self->button);
  baseline = lt_document_keep_baseline (self->document, self->plan, gtk_editable_get_text (self->name),
                                        lt_day_today (), &error);
  if (baseline == NULL)
    {
      lt_feedback_error (GTK_WIDGET (self), _("The days cannot be kept"), error);
      return;
    }
  show (self, lt_item_get_id (LT_ITEM (baseline)));
  /* Translators: %s is the name of a baseline. */
  text = g_strdup_printf (_("The days of the plan are kept as “%s”"), lt_baseline_get_name (baseline));
  lt_feedback_undo_toast (GTK_WIDGET (self), text);
}

static GtkWidget *
add_choice (LtBaselineButton *self, const char *title, gint64 id, GtkWidget *group)
{
  GtkWidget *check = gtk_check_button_new_with_label (title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_widget_get_last_child (check);

  if (GTK_IS_LABEL (label))
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
    }
  gtk_widget_set_hexpand (check, TRUE);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), (GtkCheckButton *) group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), id == self->shown);
  g_object_set_data_full (G_OBJECT (check), "lt-id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (box), check);
  if (id && !lt_document_get_read_only (self->document))
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
      /* Translators: %s is the name of a baseline. */
      g_autofree char *text = g_strdup_printf (_("Remove “%s”"), title);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      g_object_set_data_full (G_OBJECT (button), "lt-id", g_memdup2 (&id, sizeof id), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_box_append (self->choices, box);
  return check;
}

static void
shown_cb (LtBaselineButton *self)
{
  LtItem *list = self->plan ? lt_baseline_peek_list (self->plan) : NULL;
  guint n = list ? lt_item_get_n_children (list) : 0;
  g_autofree char *usual = lt_baseline_dup_usual_name (lt_day_today ());
  GtkWidget *child;
  GtkWidget *none;
  int height;

  if (self->plan == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))))
    gtk_box_remove (self->choices, child);
  self->filling = TRUE;
  none = add_choice (self, _("Compare with nothing"), 0, NULL);
  for (guint i = 0; i < n; i++)
    {
      LtBaseline *baseline = lt_item_get_child (list, i);
      g_autofree char *title = dup_title (baseline);

      add_choice (self, title, lt_item_get_id (LT_ITEM (baseline)), none);
    }
  self->filling = FALSE;
  gtk_widget_measure (GTK_WIDGET (self->choices), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (self->scroller, MIN (height, CHOICES_HEIGHT_MAX));
  gtk_widget_set_visible (self->keeping, !lt_document_get_read_only (self->document));
  gtk_editable_set_text (self->name, n == 0 ? NAME_WHEN_ISSUED : usual);
}

/* A baseline that was taken away, by undo too, is not shown any more. */
static void
document_changed_cb (LtBaselineButton *self)
{
  if (self->shown && lt_baseline_button_get_shown (self) == NULL)
    show (self, 0);
  else
    update_label (self);
  shown_cb (self);
}

static void
lt_baseline_button_dispose (GObject *object)
{
  LtBaselineButton *self = LT_BASELINE_BUTTON (object);

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->plan);
  gtk_widget_dispose_template (GTK_WIDGET (self), LT_TYPE_BASELINE_BUTTON);

  G_OBJECT_CLASS (lt_baseline_button_parent_class)->dispose (object);
}

static void
lt_baseline_button_class_init (LtBaselineButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lt_baseline_button_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lotrinh/LoTrinh/ui/lt-baseline-button.ui");
  gtk_widget_class_bind_template_child (widget_class, LtBaselineButton, button);
  gtk_widget_class_bind_template_child (widget_class, LtBaselineButton, label);
  gtk_widget_class_bind_template_child (widget_class, LtBaselineButton, scroller);
  gtk_widget_class_bind_template_child (widget_class, LtBaselineButton, choices);
  gtk_widget_class_bind_template_child (widget_class, LtBaselineButton, keeping);
  gtk_widget_class_bind_template_child (widget_class, LtBaselineButton, name);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
}

static void
lt_baseline_button_init (LtBaselineButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_label (self);
}

void
lt_baseline_button_set_plan (LtBaselineButton *self, LtDocument *document, LtPlan *plan)
{
  g_return_if_fail (LT_IS_BASELINE_BUTTON (self));

  if (self->document)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_set_object (&self->plan, plan);
  self->shown = 0;
  gtk_widget_set_sensitive (GTK_WIDGET (self), plan != NULL);
  if (document)
    g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed_cb), self);
  update_label (self);
  /* A popover is as large as what is in it when it opens. */
  shown_cb (self);
}

LtBaseline *
lt_baseline_button_get_shown (LtBaselineButton *self)
{
  LtItem *item;

  g_return_val_if_fail (LT_IS_BASELINE_BUTTON (self), NULL);

  item = self->document && self->shown ? lt_document_find_item (self->document, self->shown) : NULL;
  return LT_IS_BASELINE (item) && lt_item_get_ancestor (item, LT_TYPE_PLAN) == self->plan ? LT_BASELINE (item) : NULL;
}

void
lt_baseline_button_set_shown (LtBaselineButton *self, LtBaseline *baseline)
{
  g_return_if_fail (LT_IS_BASELINE_BUTTON (self));

  show (self, baseline ? lt_item_get_id (LT_ITEM (baseline)) : 0);
}
