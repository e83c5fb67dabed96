#include "persist/line_lane.hpp"

#include <algorithm>

namespace rancang {
namespace {
bool is_plain_name(std::string_view name) {
  auto const plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), plain) && name != "constructor" && name != "prototype" && name != "__proto__";
}
}  // namespace

bool LineLane::line(std::string_view text) {
  switch (where_) {
    case Where::start: return start(text);
    case Where::frame: return frame(text);
    case Where::types: return types(text);
    case Where::array: return array(text);
    default: return entries(text);
  }
}

// Members of the root on one line go the careful way: they are few and small.
bool LineLane::members(std::string_view inside) {
  object_.assign(1, '{').append(inside) += '}';
  return !json::parse_parts(object_, budget_, builder_) && !builder_.error();
}

bool LineLane::start(std::string_view text) {
  if (!text.starts_with("{\"format\":\"rancang\",") || !take_comma(text) || !more_) return false;
  where_ = Where::frame;
  return members(text.substr(1));
}

bool LineLane::frame(std::string_view text) {
  any_ = more_ = false;
  if (text == "\"records\":{") {
    where_ = Where::types;
    return builder_.records();
  }
  if (text == "\"causality\":{") {
    where_ = Where::entries;
    return builder_.causality();
  }
  return text.starts_with("\"") && !is_end(text) && take_comma(text) && more_ && members(text);
}

// A comma at the end says that another line follows in this list.
bool LineLane::take_comma(std::string_view& text) {
  if (any_ && !more_) return false;
  any_ = true;
  more_ = !text.empty() && text.back() == ',';
  if (more_) text.remove_suffix(1);
  return true;
}

// The line that ends a list may only come where no comma promised more.
bool LineLane::closes(std::string_view text, std::string_view last, std::string_view not_last) { return (text == last || text == not_last) && !(any_ && more_); }

bool LineLane::types(std::string_view text) {
  if (text == "},") {
    where_ = Where::frame;
    return !(any_ && more_);
  }
  if (any_ && !more_) return false;
  if (!text.starts_with("\"") || text.size() < 4 || text.substr(text.size() - 3) != "\":[") return false;
  std::string_view const name = text.substr(1, text.size() - 4);
  where_ = Where::array;
  any_ = more_ = false;
  return is_plain_name(name) && builder_.type(name);
}

bool LineLane::array(std::string_view text) {
  if (closes(text, "]", "],")) {
    where_ = Where::types;
    any_ = true;
    more_ = text == "],";
    return true;
  }
  return take_comma(text) && builder_.record_line(text);
}

bool LineLane::entries(std::string_view text) {
  if (text == "},") {
    where_ = Where::frame;
    return !(any_ && more_);
  }
  if (!take_comma(text) || text.size() < 5 || text[0] != '"') return false;
  auto const quote = text.find('"', 1);
  if (quote == std::string_view::npos || text.substr(quote, 2) != "\":") return false;
  std::string_view const id = text.substr(1, quote - 1);
  bool const plain = std::all_of(id.begin(), id.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '*'; });
  return plain && builder_.entry_line(id, text.substr(quote + 2));
}

bool LineLane::last_line(std::string_view text) {
  return where_ == Where::frame && is_end(text) && text.back() == '}' && members(text.substr(0, text.size() - 1));
}

}  // namespace rancang
