#include "page/icon.h"

/* A stroke from (x, y) to (x2, y2) in tenths of the grid; dash 0: solid. With
 * CIRCLE it is one. */
typedef struct Stroke {
    int x, y, x2, y2, dash;
} Stroke;

#define BOX(x, y, x2, y2)                                                      \
    {x, y, x2, y, 0}, {x2, y, x2, y2, 0}, {x2, y2, x, y2, 0}, {                \
        x, y2, x, y, 0                                                         \
    }
#define DASHED_BOX(x, y, x2, y2)                                               \
    {x, y, x2, y, 12}, {x2, y, x2, y2, 12}, {x2, y2, x, y2, 12}, {             \
        x, y2, x, y, 12                                                        \
    }
#define CIRCLE (-1)
/* About (x, y): its radius is in x2. */
#define ROUND(x, y, r)                                                         \
    { x, y, r, 0, CIRCLE }

static const Stroke cut[] = {{10, 120, 230, 120, 16},
                             ROUND(50, 70, 24),
                             ROUND(50, 170, 24),
                             {70, 82, 190, 155, 0},
                             {70, 158, 190, 85, 0}};
static const Stroke fold[] = {BOX(30, 20, 150, 220),   {30, 120, 150, 120, 14},
                              {180, 190, 205, 160, 0}, {205, 160, 205, 90, 0},
                              {205, 90, 180, 60, 0},   {180, 60, 210, 64, 0},
                              {180, 60, 182, 90, 0}};
static const Stroke stick[] = {BOX(10, 50, 230, 200),   BOX(120, 120, 210, 180),
                               {135, 140, 195, 140, 0}, {135, 160, 175, 160, 0},
                               {165, 10, 165, 90, 0},   {165, 90, 143, 68, 0},
                               {165, 90, 187, 68, 0}};
static const Stroke stamp[] = {BOX(10, 50, 230, 200),
                               DASHED_BOX(165, 70, 210, 125),
                               {175, 112, 188, 90, 0},
                               {188, 90, 200, 112, 0},
                               {40, 160, 110, 160, 0}};
static const Stroke post[] = {BOX(40, 90, 200, 190),  {120, 190, 120, 230, 0},
                              {80, 230, 160, 230, 0}, {75, 125, 165, 125, 0},
                              {120, 10, 120, 70, 0},  {120, 70, 98, 48, 0},
                              {120, 70, 142, 48, 0}};
static const Stroke write_[] = {{20, 210, 220, 210, 0}, {50, 170, 62, 128, 0},
                                {62, 128, 170, 20, 0},  {170, 20, 200, 50, 0},
                                {200, 50, 92, 158, 0},  {92, 158, 50, 170, 0},
                                {145, 45, 175, 75, 0}};
static const Stroke letter[] = {BOX(40, 20, 200, 220),
                                {70, 70, 130, 70, 0},
                                {70, 110, 170, 110, 0},
                                {70, 140, 170, 140, 0},
                                {70, 170, 170, 170, 0}};
static const Stroke envelope[] = {
    BOX(10, 50, 230, 200), {10, 50, 120, 135, 0}, {120, 135, 230, 50, 0}};
static const Stroke slip[] = {DASHED_BOX(20, 50, 220, 190),
                              {55, 90, 160, 90, 0},
                              {55, 120, 180, 120, 0},
                              {55, 150, 130, 150, 0}};
/* A leaf of a calendar. */
#define DAY                                                                    \
    BOX(30, 40, 210, 220), {30, 90, 210, 90, 0}, {80, 20, 80, 60, 0}, {        \
        160, 20, 160, 60, 0                                                    \
    }
static const Stroke until[] = {DAY,
                               {55, 155, 165, 155, 0},
                               {165, 155, 135, 125, 0},
                               {165, 155, 135, 185, 0},
                               {185, 115, 185, 195, 0}};
static const Stroke from_[] = {DAY,
                               {55, 115, 55, 195, 0},
                               {75, 155, 185, 155, 0},
                               {185, 155, 155, 125, 0},
                               {185, 155, 155, 185, 0}};
static const Stroke yes[] = {{30, 130, 90, 200, 0}, {90, 200, 210, 40, 0}};
static const Stroke no[] = {{40, 40, 200, 200, 0}, {200, 40, 40, 200, 0}};
static const Stroke person[] = {
    ROUND(120, 70, 45),     {40, 220, 50, 170, 0},   {50, 170, 85, 140, 0},
    {85, 140, 155, 140, 0}, {155, 140, 190, 170, 0}, {190, 170, 200, 220, 0},
    {40, 220, 200, 220, 0}};
static const Stroke phone[] = {BOX(65, 10, 175, 230),
                               {65, 40, 175, 40, 0},
                               {65, 190, 175, 190, 0},
                               {110, 210, 130, 210, 0}};
static const Stroke fax[] = {BOX(20, 100, 220, 200), BOX(70, 20, 170, 100),
                             {95, 50, 145, 50, 0},   {95, 75, 145, 75, 0},
                             {50, 135, 110, 135, 0}, {50, 165, 110, 165, 0},
                             BOX(140, 130, 190, 170)};
static const Stroke email[] = {ROUND(120, 120, 105),
                               ROUND(120, 120, 40),
                               {160, 80, 160, 145, 0},
                               {160, 145, 182, 165, 0},
                               {182, 165, 212, 150, 0}};
static const Stroke social[] = {
    {20, 30, 220, 30, 0},   {220, 30, 220, 160, 0}, {220, 160, 120, 160, 0},
    {120, 160, 65, 215, 0}, {65, 215, 65, 160, 0},  {65, 160, 20, 160, 0},
    {20, 160, 20, 30, 0},   {60, 80, 180, 80, 0},   {60, 115, 150, 115, 0}};
static const Stroke web[] = {ROUND(120, 120, 105),   {15, 120, 225, 120, 0},
                             {120, 15, 80, 70, 0},   {80, 70, 80, 170, 0},
                             {80, 170, 120, 225, 0}, {120, 15, 160, 70, 0},
                             {160, 70, 160, 170, 0}, {160, 170, 120, 225, 0}};
static const Stroke hand[] = {
    {20, 30, 220, 30, 0},   {220, 30, 220, 160, 0}, {220, 160, 120, 160, 0},
    {120, 160, 65, 215, 0}, {65, 215, 65, 160, 0},  {65, 160, 20, 160, 0},
    {20, 160, 20, 30, 0},   {120, 55, 120, 105, 0}, {120, 123, 120, 136, 0}};
static const Stroke count[] = {{40, 40, 40, 200, 0},
                               {85, 40, 85, 200, 0},
                               {130, 40, 130, 200, 0},
                               {175, 40, 175, 200, 0},
                               {10, 170, 220, 70, 0}};
static const Stroke screen[] = {
    BOX(30, 10, 140, 230),   {75, 205, 95, 205, 0},   BOX(170, 90, 230, 150),
    {190, 110, 210, 110, 0}, {190, 130, 210, 130, 0}, {140, 90, 170, 105, 10},
    {140, 150, 170, 135, 10}};
static const Stroke no_sender[] = {BOX(10, 50, 230, 200),
                                   {120, 140, 200, 140, 0},
                                   {120, 168, 180, 168, 0},
                                   {35, 75, 85, 115, 0},
                                   {85, 75, 35, 115, 0}};
static const Stroke next_[] = {
    {30, 120, 200, 120, 0}, {200, 120, 140, 60, 0}, {200, 120, 140, 180, 0}};

#define PICTURE(name)                                                          \
    { (name), sizeof(name) / sizeof *(name) }
static const struct {
    const Stroke *v;
    size_t n;
} pictures[ICONS] = {
    [ICON_CUT] = PICTURE(cut),
    [ICON_FOLD] = PICTURE(fold),
    [ICON_STICK] = PICTURE(stick),
    [ICON_STAMP] = PICTURE(stamp),
    [ICON_POST] = PICTURE(post),
    [ICON_WRITE] = PICTURE(write_),
    [ICON_LETTER] = PICTURE(letter),
    [ICON_ENVELOPE] = PICTURE(envelope),
    [ICON_SLIP] = PICTURE(slip),
    [ICON_UNTIL] = PICTURE(until),
    [ICON_FROM] = PICTURE(from_),
    [ICON_YES] = PICTURE(yes),
    [ICON_NO] = PICTURE(no),
    [ICON_PERSON] = PICTURE(person),
    [ICON_PHONE] = PICTURE(phone),
    [ICON_FAX] = PICTURE(fax),
    [ICON_EMAIL] = PICTURE(email),
    [ICON_SOCIAL] = PICTURE(social),
    [ICON_WEB] = PICTURE(web),
    [ICON_HAND] = PICTURE(hand),
    [ICON_COUNT] = PICTURE(count),
    [ICON_SCREEN] = PICTURE(screen),
    [ICON_NO_SENDER] = PICTURE(no_sender),
    [ICON_NEXT] = PICTURE(next_),
};

#define GRID 240
/* The part of its size that a line is wide. */
#define LINE 18

static Len on_grid(int v, Len size) {
    return len_muldiv(size, v, GRID);
}

static void draw_stroke(Arena *a, const Stroke *s, bool mirrored, Len x, Len y,
                        Len size, DisplayItems *to) {
    int from = mirrored ? GRID - s->x : s->x;
    int end = mirrored ? GRID - s->x2 : s->x2;
    display_line(a, to, DISPLAY_NO_TAG, x + on_grid(from, size),
                 y + on_grid(s->y, size), x + on_grid(end, size),
                 y + on_grid(s->y2, size), size / LINE, on_grid(s->dash, size),
                 0);
}

/* Eight sides are round enough at 8 mm. */
static void draw_circle(Arena *a, const Stroke *s, bool mirrored, Len x, Len y,
                        Len size, DisplayItems *to) {
    int r = s->x2, k = r * 41 / 100; /* tan(22.5 degrees) */
    const int corners[][2] = {{-k, -r}, {k, -r}, {r, -k},  {r, k},  {k, r},
                              {-k, r},  {-r, k}, {-r, -k}, {-k, -r}};
    for (size_t i = 0; i < 8; i++) {
        const int *c = corners[i], *next = corners[i + 1];
        Stroke side = {s->x + c[0], s->y + c[1], s->x + next[0], s->y + next[1],
                       0};
        draw_stroke(a, &side, mirrored, x, y, size, to);
    }
}

void icon_draw(Arena *a, Icon icon, bool mirrored, Len x, Len y, Len size,
               DisplayItems *to) {
    /* An envelope has its stamp at the right, whoever writes. */
    mirrored = mirrored &&
               (icon == ICON_NEXT || icon == ICON_UNTIL || icon == ICON_FROM);
    for (size_t i = 0; i < pictures[icon].n; i++) {
        const Stroke *s = &pictures[icon].v[i];
        if (s->dash == CIRCLE)
            draw_circle(a, s, mirrored, x, y, size, to);
        else
            draw_stroke(a, s, mirrored, x, y, size, to);
    }
}
