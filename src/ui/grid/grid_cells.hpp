#pragma once
// The text, colour and marks of the cells on the screen, made once per state of the document and kept until something changes.
// Cost follows the rows that are visible, never the rows of the plan.
// Must not know: where cells lie, input.
#include <array>

#include "ui/grid/grid_places.hpp"
#include "ui/grid/grid_state.hpp"
#include "ui/plan_view.hpp"
#include "ui/ui.hpp"
#include "ui/widgets/button.hpp"
#include "ui/wording.hpp"

namespace rancang {

enum class CellShape : std::uint8_t { text, chips, status, check, dimension };
enum class CellCorner : std::uint8_t { none, missing, invalid, conflict };

struct CellChip {
  std::string text;
  float width = 0;  // pixels
  TagKind kind = TagKind::outline;
  int dimension = -1;  // drawn in its colour, by its code
};
struct CellLook {
  CellShape shape = CellShape::text;
  CellCorner corner = CellCorner::none;
  Token color = Token::text_primary;
  bool bold = false, right = false;
  std::uint8_t entry = 0;   // status, check (0, 1), dimension index + 1
  std::string text;         // what is read aloud; for `text` also what is drawn
  float width = 0;          // of the text, pixels
  mutable float fitted_to = -1;        // the box width for which `fitting` holds
  mutable std::size_t fitting = 0;     // bytes before the ellipsis
  std::vector<CellChip> chips;
};
struct RowLook {
  Node const* node = nullptr;
  std::uint64_t stamp = 0;
  char const* mark = nullptr;       // worst finding
  Token mark_color = Token::text_muted;
  char const* highlight = nullptr;  // icon after the title
  bool dropped = false;
  bool foreign = false;             // belongs to others than the slice is for: only read
  std::vector<CellLook> cells;      // one per column of the geometry
};

struct GridCells {
  // Forgets everything if the document, the findings, the columns or the way of writing changed since the last frame.
  void begin_frame(Ui const& ui, PlanView const& plan, GridState const& state);
  // Valid until the next frame.
  RowLook const& row(Ui const& ui, PlanView const& plan, GridState const& state, std::size_t row);
  // "No" of a row: its place among the records that pass the filter, in collapsed groups too.
  std::size_t number_of(GridState const& state, std::size_t row) const;

 private:
  struct Inputs {
    std::uint64_t revision = 0, findings = 0;
    std::size_t columns = 0;
    float scale = 0;
    int step = -1, style = -1;
    Wording wording;
    friend bool operator==(Inputs const&, Inputs const&) = default;
  };
  static constexpr std::size_t slot_count = 256;  // more than fit on any screen

  Inputs inputs_;
  std::uint64_t stamp_ = 1;
  GridPlaces places_;
  std::array<RowLook, slot_count> slots_;
  std::vector<std::size_t> records_before_;  // per group
  std::uint64_t counted_ = 0;                // revision of the rows that records_before_ is about
};

// One year of a series in place; nullopt = not given.
std::optional<std::int64_t> series_value(FieldInfo const& field, void const* record, Year year);
std::int64_t series_sum(FieldInfo const& field, void const* record);
// What a cell shows, as text: for reading aloud, copying and searching.
std::string cell_text(PlanView const& plan, Node const& node, GridColumnView const& column, ValueStyle const& style);

}  // namespace rancang
