#pragma once
// What the page answers when it is opened with ?bench (performance.md): where things are and what is in them, never how long anything took.
// App implements it, the browser glue exposes it as window.__app. Must not know: Emscripten, ImGui.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/platform.hpp"

namespace rancang {

struct BenchRows {
  int first = 0, last = -1;  // indices of the rows that the last drawn frame shows, both inclusive
  int count = 0;             // rows after filtering
};
using BenchArguments = std::vector<std::pair<std::string, std::string>>;  // {"column", "name"}, {"dir", "asc"}

class BenchHook {
 public:
  virtual ~BenchHook() = default;
  // The code path of "Open file", without a question; the plan is opened and shown in the action plan's grid. 0 when refused, else the document's revision.
  virtual std::uint64_t load(std::string text) = 0;
  virtual std::string save() = 0;                    // the code path of "Export"
  virtual std::uint64_t revision() const = 0;        // of the document that the last drawn frame shows
  virtual BenchRows rows() const = 0;
  virtual std::string row_id(int index) const = 0;   // in the current order; "" when there is none
  // "cell" {id, column} and "header" {"", column} of the grid, "bar" {id} of the roadmap. nullopt while not on screen.
  virtual std::optional<Rect> rect(std::string_view what, std::string_view id, std::string_view column) const = 0;
  virtual std::string read(std::string_view id, std::string_view column) const = 0;  // the value as shown
  virtual void scroll(bool vertical, float fraction) = 0;                           // what dragging the scroll bar does
  // "sort" {column, dir}, "filter" {column, contains}, "clear", "view" {name}: what the menu does.
  virtual void command(std::string_view name, BenchArguments const& arguments) = 0;
};

}  // namespace rancang
