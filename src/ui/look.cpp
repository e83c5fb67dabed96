#include "ui/look.hpp"

#include "ui/glyph_fallback.hpp"

namespace rancang {
namespace {
struct ColorRow {
  ImGuiCol slot;
  Token token;
};
constexpr ColorRow color_rows[] = {
    {ImGuiCol_Text, Token::text_primary},          {ImGuiCol_TextDisabled, Token::text_muted},          {ImGuiCol_WindowBg, Token::surface_panel},
    {ImGuiCol_PopupBg, Token::surface_panel},      {ImGuiCol_Border, Token::border_default},            {ImGuiCol_FrameBg, Token::surface_panel},
    {ImGuiCol_FrameBgHovered, Token::surface_hover}, {ImGuiCol_FrameBgActive, Token::surface_panel},    {ImGuiCol_TitleBg, Token::surface_header},
    {ImGuiCol_TitleBgActive, Token::surface_header}, {ImGuiCol_MenuBarBg, Token::ink_bg},               {ImGuiCol_ScrollbarGrab, Token::border_default},
    {ImGuiCol_ScrollbarGrabHovered, Token::border_strong}, {ImGuiCol_ScrollbarGrabActive, Token::border_strong}, {ImGuiCol_CheckMark, Token::accent_base},
    {ImGuiCol_Button, Token::surface_panel},       {ImGuiCol_ButtonHovered, Token::surface_hover},      {ImGuiCol_ButtonActive, Token::surface_selected},
    {ImGuiCol_Header, Token::surface_selected},    {ImGuiCol_HeaderHovered, Token::surface_hover},      {ImGuiCol_HeaderActive, Token::surface_selected},
    {ImGuiCol_Separator, Token::border_subtle},    {ImGuiCol_SeparatorHovered, Token::accent_base},     {ImGuiCol_SeparatorActive, Token::accent_base},
    {ImGuiCol_NavCursor, Token::focus_ring},       {ImGuiCol_TextSelectedBg, Token::focus_halo},        {ImGuiCol_ModalWindowDimBg, Token::overlay_dim},
    {ImGuiCol_TableHeaderBg, Token::surface_header}, {ImGuiCol_TableBorderStrong, Token::border_default}, {ImGuiCol_TableBorderLight, Token::border_subtle},
};
constexpr ImGuiCol clear_slots[] = {ImGuiCol_ChildBg, ImGuiCol_BorderShadow, ImGuiCol_ScrollbarBg, ImGuiCol_ResizeGrip, ImGuiCol_TableRowBg, ImGuiCol_TableRowBgAlt};
}  // namespace

void Look::load_fonts(FontFiles const& files) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  std::span<unsigned char const> const texts[] = {files.regular, files.bold};
  for (int weight = 0; weight < 2; ++weight) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = 2;
    auto* const bytes = const_cast<unsigned char*>(texts[weight].data());  // ImGui takes a mutable pointer but only reads
    fonts_[weight] = atlas.AddFontFromMemoryTTF(bytes, static_cast<int>(texts[weight].size()), 16.0f, &config);
    ImFontConfig merge;
    merge.FontDataOwnedByAtlas = false;
    merge.MergeMode = true;
    merge.OversampleH = 2;
    atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(files.icons.data()), static_cast<int>(files.icons.size()), 16.0f, &merge);
    add_glyph_fallback(files.fallback);
  }
  ImGui::GetIO().FontDefault = fonts_[0];
}

void Look::apply() const {
  ImGuiStyle style;
  for (auto const& [slot, token] : color_rows) style.Colors[slot] = ImGui::ColorConvertU32ToFloat4(color(token));
  for (ImGuiCol slot : clear_slots) style.Colors[slot] = {0, 0, 0, 0};
  style.WindowPadding = {0, 0};
  style.WindowRounding = 0;
  style.WindowBorderSize = 0;
  style.WindowMinSize = {1, 1};
  style.ChildBorderSize = 0;
  style.PopupRounding = px(radius_card);
  style.PopupBorderSize = 1;
  style.FramePadding = {px(8), px(6)};
  style.FrameRounding = px(radius_control);
  style.FrameBorderSize = 1;
  style.ItemSpacing = {0, 0};
  style.ScrollbarSize = px(size_scrollbar);
  style.ScrollbarRounding = px(4);
  style.GrabRounding = px(radius_control);
  style.DisabledAlpha = 0.5f;
  style.HoverDelayNormal = 0.5f;
  style.CircleTessellationMaxError = 0.2f;
  style.FontSizeBase = type_size_px[static_cast<int>(Step::body)];
  style.FontScaleMain = scale;
  ImGui::GetStyle() = style;
}

}  // namespace rancang
