/* SPDX-License-Identifier: MIT */
#include "lt-gui-test.h"

#include "app/lt-text-box.h"

static const char *const texts[] = {
  "",
  "x",
  "Thực hiện thí điểm triển khai cấp phiếu Lý lịch tư pháp trên VNeID từ ngày 01/10/2024 đến ngày 30/6/2025. "
  "Đặc biệt, đối với trường hợp công dân không có thông tin về án tích, thực hiện hiện trả kết quả giảm từ 10 "
  "ngày xuống còn 03 ngày làm việc.",
  "một\nhai\n\nbốn",
  "Quyết định số 2733/QĐ-BYT ngày 17/9/2024 và Quyết định số 4750/QĐ-BYT ngày 29/12/2023 "
  "của_một_từ_rất_dài_không_có_chỗ_nào_để_ngắt_dòng_cả",
};

/* What is asked for is what the text takes: nothing cut, nothing empty. */
static void
test_height (LtGui *gui, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *rest = gtk_label_new (NULL);
  GtkWidget *text_box = g_object_new (LT_TYPE_TEXT_BOX, "wrap-mode", GTK_WRAP_WORD_CHAR,
                                      "left-margin", 8, "right-margin", 8, "top-margin", 5, "bottom-margin", 5, NULL);
  GtkTextView *view = GTK_TEXT_VIEW (text_box);

  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_box_append (GTK_BOX (box), text_box);
  gtk_widget_set_valign (text_box, GTK_ALIGN_START);
  gtk_widget_set_hexpand (rest, TRUE);
  gtk_box_append (GTK_BOX (box), rest);
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 700);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int width = 60; width <= 400; width += 17)
      {
        GtkTextIter end;
        int y;
        int height;

        gtk_widget_set_size_request (text_box, width, -1);
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), texts[i], -1);
        lt_gui_settle ();
        gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
        gtk_text_view_get_line_yrange (view, &end, &y, &height);
        g_test_message ("text %u at %d: takes %d, has %d", i, gtk_widget_get_width (text_box), y + height + 10,
                        gtk_widget_get_height (text_box));
        g_assert_cmpint (gtk_widget_get_width (text_box), ==, width);
        g_assert_cmpint (gtk_widget_get_height (text_box), >=, y + height + 10);
        g_assert_cmpint (gtk_widget_get_height (text_box), <=, y + height + 12);
      }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  lt_gui_add ("/text-box/height", lt_gui_set_up_empty, test_height);
}

int
main (int argc, char **argv)
{
  return lt_gui_test_run (&argc, &argv, add_tests);
}
