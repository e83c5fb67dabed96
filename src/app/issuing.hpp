#pragma once
// Making the files that agencies are handed ("Bagikan ke OPD"): one slice after the other is cut from a copy of the plan and written in parts, between frames.
// Must not know: screens, where the files go.
#include <optional>

#include "edit/commands.hpp"
#include "model/slice.hpp"
#include "persist/plan_writer.hpp"

namespace rancang {

class Issuing {
 public:
  struct File {
    std::string name, text;
  };
  // `common`: what all slices say about themselves, but for the agency.
  Issuing(Document plan, std::vector<Ulid> agencies, SliceScope common, EnvelopeInfo envelope);

  // Cuts the next slice, or writes about `budget` bytes of it. The file, once it is whole.
  std::optional<File> run(std::size_t budget);
  bool done() const { return made_ == agencies_.size(); }
  Document const& plan() const { return plan_; }  // that the slices are cut from
  std::size_t made() const { return made_; }
  std::size_t total() const { return agencies_.size(); }
  std::string zip_name() const { return slices_file_name(plan_, *common_.issued_on); }
  // What the plan notes of the files made so far, for one step of undo.
  SetCells notes() const;

 private:
  Document plan_;
  std::vector<Ulid> agencies_;
  SliceScope common_;
  EnvelopeInfo envelope_;
  std::size_t made_ = 0;
  std::optional<PlanWriter> writer_;
  std::string text_;
  std::vector<std::string> names_;  // of the files made and being made
};

}  // namespace rancang
