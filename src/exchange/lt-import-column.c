/* SPDX-License-Identifier: MIT */
#include "exchange/lt-import-column.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/lt-import-period.h"
#include "text/lt-text.h"

/* Longer texts are no headings. */
#define HEADING_CHARS_MAX 110

/* A phrase that a heading begins with says more than one that stands somewhere in it. */
#define SCORE_FIRST 8

static const struct {
  const char *nick;
  const char *title; /* msgid */
} kinds[LT_IMPORT_N_COLUMNS] = {
  [LT_IMPORT_COLUMN_NOTE] = { "note", N_("Kept as a note") },
  [LT_IMPORT_COLUMN_NUMBER] = { "number", N_("Number") },
  [LT_IMPORT_COLUMN_CODE] = { "code", N_("Code") },
  [LT_IMPORT_COLUMN_GROUP] = { "group", N_("Group of tasks") },
  [LT_IMPORT_COLUMN_NAME] = { "name", N_("Model or task") },
  [LT_IMPORT_COLUMN_OUTCOME] = { "outcome", N_("Expected result") },
  [LT_IMPORT_COLUMN_START] = { "start", N_("Start") },
  [LT_IMPORT_COLUMN_DEADLINE] = { "deadline", N_("Deadline") },
  [LT_IMPORT_COLUMN_PERIOD] = { "period", N_("Month or quarter, ticked") },
  [LT_IMPORT_COLUMN_LEAD] = { "lead", N_("Lead agency") },
  [LT_IMPORT_COLUMN_COORDINATION] = { "coordination", N_("Coordinating agencies") },
  [LT_IMPORT_COLUMN_STATE] = { "state", N_("State") },
  [LT_IMPORT_COLUMN_PERCENT] = { "percent", N_("Percent done") },
};

/* Folded words that headings of real plans are made of. */
static const struct {
  LtImportColumn column;
  const char *phrases; /* parted by | */
} words[] = {
  { LT_IMPORT_COLUMN_NUMBER,
    "stt|tt|#|so tt|s tt|so thu tu|thu tu|no|muc so|stt/ma so|muc" },
  { LT_IMPORT_COLUMN_CODE,
    "ma|ma nhiem vu|ma so|ma hieu|ky hieu|ma cong viec|ma so nhiem vu|ma chi tieu|ma dinh danh|"
    "code|ma nv" },
  { LT_IMPORT_COLUMN_GROUP,
    "nhom nhiem vu|nhom cong viec|nhom noi dung|nhom giai phap|linh vuc|nhom|chuong trinh|muc tieu|"
    "truc noi dung|tru cot|hop phan|nhom muc tieu|linh vuc cong tac|nhom nhiem vu, giai phap|"
    "muc tieu chung|quan diem|chu de|dinh huong|mang cong viec" },
  { LT_IMPORT_COLUMN_NAME,
    "cv|nv|mo hinh|ten mo hinh|nhiem vu|ten nhiem vu|noi dung|noi dung cong viec|noi dung nhiem vu|"
    "cong viec|noi dung thuc hien|noi dung trien khai|nhiem vu, giai phap|nhiem vu/giai phap|"
    "nhiem vu giai phap|dau viec|hoat dong|ten cong viec|hang muc|hang muc cong viec|"
    "noi dung/nhiem vu|noi dung, nhiem vu|dau muc cong viec|viec can lam|nhiem vu trong tam|"
    "noi dung chi dao|nhiem vu cu the|cong viec cu the|noi dung cu the|chi tieu|ten chi tieu|"
    "nhiem vu chu yeu|danh muc nhiem vu|danh muc|ten de an|ten du an|ten van ban|nhiem vu duoc giao|"
    "noi dung giao|noi dung hoat dong|noi dung cong tac|noi dung nhiem vu, giai phap|giai phap|"
    "ten nhiem vu/du an|nhiem vu thuc hien|ten thu tuc|ten san pham/nhiem vu|cac nhiem vu|"
    "noi dung yeu cau|mo hinh/nhiem vu|nhiem vu/mo hinh|noi dung mo hinh|tieu chi|viec phai lam|viec|cong viec phai lam|dau muc nhiem vu|ten dau muc nhiem vu" },
  { LT_IMPORT_COLUMN_OUTCOME,
    "sp|kq|sp/kq|kq/sp|ket qua|ket qua can dat|ket qua can dat duoc|ket qua du kien|san pham|san pham dau ra|dau ra|"
    "ket qua/san pham|san pham/ket qua|ket qua, san pham|san pham, ket qua|san pham du kien|"
    "yeu cau can dat|chi tieu can dat|ket qua dau ra|muc tieu can dat|san pham hoan thanh|"
    "san pham can dat|ket qua phai dat|ket qua mong doi|san pham ban giao|yeu cau san pham|"
    "san pham cu the|ket qua dat duoc|du kien ket qua|du kien san pham|hinh thuc van ban|"
    "ket qua hoan thanh|ket qua thuc hien du kien|san pham chu yeu|dau ra/san pham|"
    "muc tieu, ket qua|ket qua/dau ra|ket qua yeu cau|yeu cau ket qua|muc dat duoc|yeu cau|"
    "yeu cau dat duoc|muc do hoan thanh can dat|muc do can dat|can dat|cac buoc|cac buoc thuc hien|"
    "cac buoc trien khai|buoc thuc hien|noi dung chi tiet|mo ta|mo ta san pham|tieu chi hoan thanh|"
    "tieu chi danh gia|yeu cau chat luong|yeu cau, san pham|chi tieu dat duoc|chi tieu phan dau|"
    "san pham phai dat|ket qua phan dau|yeu cau hoan thanh|hinh thuc san pham|loai san pham|"
    "dang san pham|ten san pham|san pham ban hanh|yeu cau ve ket qua|yeu cau ve san pham|ket thuc bang" },
  { LT_IMPORT_COLUMN_START,
    "bat dau|thoi gian bat dau|ngay bat dau|thoi diem bat dau|tu ngay|tu thang|tu|khoi dong|"
    "ngay trien khai|thoi gian khoi dong|tu (ngay)" },
  { LT_IMPORT_COLUMN_DEADLINE,
    "tg|tght|thang|quy|thoi gian|thoi han|thoi gian hoan thanh|thoi han hoan thanh|tien do|hoan thanh truoc|"
    "han hoan thanh|thoi gian thuc hien|thoi diem hoan thanh|lo trinh|moc thoi gian|thoi diem|"
    "ngay hoan thanh|deadline|tien do hoan thanh|han|thoi gian trinh|han xu ly|den han|ket thuc|"
    "thoi gian ket thuc|ngay ket thuc|den ngay|den thang|den|hoan thanh|thoi han thuc hien|"
    "thoi gian, tien do|lo trinh thuc hien|thoi han giai quyet|ke hoach hoan thanh|han chot|"
    "thoi han trinh|thoi gian trien khai|tien do thuc hien|thoi gian hoan thanh truoc|"
    "ngay den han|tien do, thoi gian|hoan thanh truoc ngay|thoi han bao cao|thoi gian dat|"
    "den (ngay)|ngay phai xong|xong khi|khi nao xong|xong truoc|bao gio xong" },
  { LT_IMPORT_COLUMN_LEAD,
    "dvct|cqct|dv chu tri|cq chu tri|chu tri|don vi chu tri|co quan chu tri|co quan thuc hien|don vi thuc hien|phan cong|"
    "don vi chu tri thuc hien|co quan, don vi chu tri|co quan chiu trach nhiem|"
    "don vi chiu trach nhiem|phan cong thuc hien|trach nhiem|don vi tham muu|co quan tham muu|"
    "don vi dau moi|co quan dau moi|dau moi|phu trach|giao don vi|don vi duoc giao|"
    "co quan soan thao|thuc hien|don vi|co quan|co quan chu tri thuc hien|chu tri thuc hien|"
    "don vi chu tri, phoi hop|co quan chu tri, phoi hop|chu tri, phoi hop|chu tri/phoi hop|"
    "co quan chu tri/phoi hop|don vi chu tri/phoi hop|co quan chu tri/co quan phoi hop|"
    "don vi phu trach|trach nhiem thuc hien|trach nhiem chinh|co quan trinh|to chuc thuc hien|"
    "chu dau tu|don vi trien khai|co quan trien khai|giao cho|don vi chu tri tham muu|"
    "co quan, don vi thuc hien|co quan/don vi chu tri|ben thuc hien|don vi xu ly|"
    "don vi chinh|co quan chu quan|chu tri tham muu|noi thuc hien|ai lam|ai phu trach|nguoi lam chinh|bo phan chu tri|bo phan thuc hien|"
    "phong chu tri|ban chu tri|to chu tri|phong ban|phong, ban|phong/ban|phong ban thuc hien" },
  { LT_IMPORT_COLUMN_COORDINATION,
    "ho tro|nguoi ho tro|bo phan ho tro|dvph|cqph|dv phoi hop|cq phoi hop|phoi hop|don vi phoi hop|co quan phoi hop|co quan, don vi phoi hop|don vi cung thuc hien|"
    "tham gia|don vi tham gia|don vi lien quan|co quan lien quan|phoi hop thuc hien|"
    "don vi phoi hop thuc hien|co quan phoi hop thuc hien|co quan/don vi phoi hop|"
    "cung thuc hien|cac don vi phoi hop|co quan tham gia|ben lien quan|don vi ho tro|"
    "cac co quan phoi hop|co quan, don vi lien quan|don vi co lien quan|cung lam|nguoi cung lam|bo phan phoi hop|phong phoi hop|"
    "nguoi phoi hop|ho tro|nguoi ho tro|bo phan ho tro|co quan ho tro|co quan tham gia phoi hop|don vi tham gia phoi hop" },
  { LT_IMPORT_COLUMN_NOTE,
    "ghi chu|can cu|can cu phap ly|ly do|kinh phi|nguon kinh phi|lanh dao phu trach|nguoi phu trach|"
    "kinh phi thuc hien|du toan kinh phi|nguoi thuc hien|lanh dao chi dao|can bo phu trach|"
    "ket qua thuc hien|kho khan|kho khan, vuong mac|kien nghi|de xuat|"
    "lanh dao ubnd phu trach|van ban chi dao|dia diem|so dien thoai|lien he|muc do uu tien|uu tien|"
    "danh gia|ty le|luy ke|"
    "don vi tinh|dvt|so luong|cach thuc thuc hien|bien phap|theo doi|lanh dao|thong tin lien he|"
    "ngan sach|nguon von|tinh hinh thuc hien|ket qua den nay|"
    "dia ban|pham vi|doi tuong|nguon luc|rui ro|y kien|van ban giao|co so phap ly|"
    "cap ban hanh|chuyen vien|can bo theo doi|cap phe duyet|cap trinh|phe duyet|co quan phe duyet|don vi tham dinh|"
    "co quan tham dinh|ket qua dat duoc den nay|san pham da hoan thanh|loai van ban|"
    "co quan theo doi|don vi theo doi|hinh thuc|co quan ban hanh|dan chieu|tai lieu|minh chung|"
    "ket qua xu ly|ket qua giai quyet|ket qua trien khai|ket qua thuc te|ket qua dat duoc thuc te|"
    "phuong thuc|quy mo|lanh dao thanh pho chi dao|cap co tham quyen ban hanh|tham quyen ban hanh|"
    "so van ban|ky hieu van ban|ngay van ban|ngay ban hanh|trich yeu|ngay giao|ngay cap nhat|"
    "ngay hoan thanh thuc te|thoi gian hoan thanh thuc te|ngay thuc te|ket qua da dat duoc|da thuc hien|"
    "can cu giao|luu y|nguyen nhan|ton tai|thong tin them|nhan xet|ghi chu them|khoi luong|don vi duoc kiem tra|doi tuong kiem tra|don vi duoc giam sat|"
    "don vi thu huong|don vi kiem tra|co quan kiem tra|don vi giam sat|co quan giam sat|don vi bao cao|"
    "nguoi chiu trach nhiem|nguoi chiu trach nhiem chinh|ca nhan phu trach|ca nhan chiu trach nhiem|"
    "dong chi chi dao|lanh dao bo chi dao|hinh thuc ban hanh|dieu, khoan|"
    "vuong mac|ton tai, han che|han che|link|duong dan|dien giai" },
  { LT_IMPORT_COLUMN_STATE,
    "tinh trang|trang thai|tinh trang thuc hien|trang thai thuc hien|trang thai xu ly|tinh trang xu ly|"
    "tinh trang hoan thanh|trang thai hoan thanh|trang thai cong viec|tinh trang cong viec|"
    "tinh trang nhiem vu|trang thai nhiem vu|tien do hien tai" },
  { LT_IMPORT_COLUMN_PERCENT,
    "ty le hoan thanh|ti le hoan thanh|phan tram hoan thanh|% hoan thanh|ty le hoan thanh (%)|"
    "ti le hoan thanh (%)|muc do hoan thanh|muc do hoan thanh (%)|tien do (%)|tien do %|% thuc hien|"
    "ty le thuc hien|phan tram thuc hien|% tien do|ty le (%) hoan thanh" },
};

typedef struct {
  char *words;
  LtImportColumn column;
} Phrase;

static GArray *
get_phrases (void)
{
  static GArray *phrases;

  if (g_once_init_enter (&phrases))
    {
      GArray *made = g_array_new (FALSE, FALSE, sizeof (Phrase));

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        {
          char **list = g_strsplit (words[i].phrases, "|", -1);

          for (guint k = 0; list[k] != NULL; k++)
            {
              Phrase phrase = { list[k], words[i].column };

              g_array_append_val (made, phrase);
            }
          g_free (list);
        }
      g_once_init_leave (&phrases, made);
    }
  return phrases;
}

/* Whole words only. */
static const char *
find_words (const char *text, const char *phrase, gsize length)
{
  for (const char *p = strstr (text, phrase); p != NULL; p = strstr (p + 1, phrase))
    if ((p == text || !g_ascii_isalnum (p[-1])) && !g_ascii_isalnum (p[length]))
      return p;
  return NULL;
}

const char *
lt_import_column_get_nick (LtImportColumn column)
{
  g_return_val_if_fail (column < LT_IMPORT_N_COLUMNS, NULL);
  return kinds[column].nick;
}

const char *
lt_import_column_get_title (LtImportColumn column)
{
  g_return_val_if_fail (column < LT_IMPORT_N_COLUMNS, NULL);
  return kinds[column].title;
}

gboolean
lt_import_column_from_nick (const char *nick, LtImportColumn *column)
{
  for (guint i = 0; i < LT_IMPORT_N_COLUMNS; i++)
    if (strcmp (kinds[i].nick, nick) == 0)
      {
        *column = (LtImportColumn) i;
        return TRUE;
      }
  return FALSE;
}

/* "Kết quả ( sản phẩm )" and "Kết quả/ sản phẩm" are one heading. */
static char *
dup_heading_key (const char *heading)
{
  g_autofree char *folded = lt_text_dup_folded (heading);
  GString *key = g_string_new (NULL);
  gsize length = strlen (folded);

  while (length > 0 && strchr (" .:*;", folded[length - 1]) != NULL)
    folded[--length] = '\0';
  for (const char *p = folded; *p != '\0'; p++)
    {
      gboolean tight = *p == ' ' && (strchr ("/,)", p[1]) != NULL || (p > folded && strchr ("/(", p[-1])));

      if (!tight)
        g_string_append_c (key, *p);
    }
  return g_string_free (key, FALSE);
}

/* Words that begin many others: "Mục" and "Mục tiêu", "Quý" and "Quy mô". */
static gboolean
is_whole_heading (const char *phrase)
{
  static const char *const words_alone[] = { "muc", "quy", "thang", "nv", "cv" };

  for (guint i = 0; i < G_N_ELEMENTS (words_alone); i++)
    if (strcmp (phrase, words_alone[i]) == 0)
      return TRUE;
  return FALSE;
}

/* "Kết quả đã thực hiện", "Sản phẩm thực tế": what came of it, not what is expected. */
static gboolean
tells_of_the_past (const char *key)
{
  static const char *const signs[] = { "da", "den nay", "thuc te", "ky bao cao", "trong ky", "luy ke" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (find_words (key, signs[i], strlen (signs[i])) != NULL)
      return TRUE;
  return FALSE;
}

LtImportColumn
lt_import_column_from_words (const char *heading, guint *score)
{
  GArray *phrases = get_phrases ();
  LtImportColumn column = LT_IMPORT_COLUMN_NOTE;
  g_autofree char *key = NULL;
  gsize length;

  *score = 0;
  if (g_utf8_strlen (heading, -1) > HEADING_CHARS_MAX)
    return column;
  key = dup_heading_key (heading);
  length = strlen (key);
  for (guint i = 0; i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);
      gsize n = strlen (phrase->words);
      const char *place = n <= length ? find_words (key, phrase->words, n) : NULL;
      gboolean slight = n <= 4 || is_whole_heading (phrase->words); /* part of other words mostly */
      guint own = (guint) n + (n == length ? LT_IMPORT_SCORE_WHOLE : place == key ? SCORE_FIRST : 0);

      /* "TT", "từ", "mã" inside a longer heading are parts of other words; "Mục tiêu" is no "Mục". */
      if (place == NULL || (slight && n < length && (place != key || is_whole_heading (phrase->words))))
        continue;
      if (own > *score)
        {
          *score = own;
          column = phrase->column;
        }
    }
  /* What came of it so far is no result to be reached. */
  if (column == LT_IMPORT_COLUMN_OUTCOME
      && (find_words (key, "da", 2) != NULL || strstr (key, "thuc te") != NULL || strstr (key, "den nay") != NULL))
    {
      column = LT_IMPORT_COLUMN_NOTE;
      *score += LT_IMPORT_SCORE_WHOLE;
    }
  if ((column == LT_IMPORT_COLUMN_OUTCOME || column == LT_IMPORT_COLUMN_DEADLINE) && tells_of_the_past (key))
    column = LT_IMPORT_COLUMN_NOTE;
  if (*score < length + LT_IMPORT_SCORE_WHOLE)
    {
      g_autofree char *period = lt_import_period_dup ("", heading);

      if (period != NULL)
        {
          *score = (guint) length + LT_IMPORT_SCORE_WHOLE;
          column = LT_IMPORT_COLUMN_PERIOD;
        }
    }
  return column;
}
