#pragma once
// Sentences on the screen: titles of views, explaining paragraphs, finding rows, empty states.
// Must not know: how findings are made.
#include <string_view>

#include "ui/draw.hpp"
#include "ui/widgets/button.hpp"

namespace rancang {

enum class Tone : std::uint8_t { error, warning, info, conflict };
char const* tone_icon(Tone tone);
Token tone_color(Tone tone);
Token tone_tint(Tone tone);

// Title of a view or card, and a paragraph that is read: both also for the probe, so that a screen reader meets them. The paragraph returns its height.
void heading(Ui const& ui, Box const& box, std::string_view text, Step step);
float read_paragraph(Ui const& ui, Box const& column, std::string_view text, Token color, draw::Type type = {});

// 3 px bar + tint + icon + sentence + verb link. Returns true when the link is pressed. Height through finding_height.
float finding_height(Ui const& ui, float width, std::string_view sentence, std::string_view verb);
bool finding_row(Ui const& ui, Box const& box, Tone tone, std::string_view sentence, std::string_view verb);

// Icon 24, what is missing, why it matters, one primary and one secondary step (labels may be empty). Returns 1 or 2 for the step pressed, 0 for none.
int empty_state(Ui const& ui, Box const& area, char const* icon, std::string_view title, std::string_view why, std::string_view primary, std::string_view secondary = {}, char const* primary_icon = nullptr);

}  // namespace rancang
