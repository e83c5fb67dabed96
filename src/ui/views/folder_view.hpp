#pragma once
// "Folder bersama": the folder that several laptops share, the files in it, what came from each and what is wrong with it.
// Must not know: how folders are read and written, how files are merged.
#include <string>
#include <vector>

#include "ui/plan_view.hpp"
#include "ui/ui.hpp"
#include "ui/views/shell_view.hpp"
#include "ui/widgets/notes.hpp"

namespace rancang {

enum class FolderMark : std::uint8_t { merged, busy, problem };
struct FolderRow {
  std::string who, file;
  std::string state;        // "Digabungkan hari ini 14.32", or what is wrong
  std::size_t changes = 0;  // items that came from it since the plan was opened
  FolderMark mark = FolderMark::merged;
  bool own = false;
};
struct FolderFacts {
  FolderSign sign = FolderSign::off;
  std::string name;         // of the folder
  std::string problem;      // sentence about the folder as a whole
  std::string label;        // what this laptop is called
  bool reads_only = false;  // another tab works with the folder
  std::vector<FolderRow> rows;
};
struct FolderViewState {
  std::string label_before;  // what the field that is written into held at first, for Esc
};
void folder_view(Ui const& ui, FolderFacts const& facts, FolderViewState& state, Box area);

}  // namespace rancang
