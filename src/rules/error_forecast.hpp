#pragma once
// ErrorForecast: how many errors a set of changes would bring that the plan doesn't have now. Tried on findings of its own, in parts between frames, and taken back.
// Costs one check of the plan, then for each question what its changes touch.
// Must not know: files, merging, screens.
#include "rules/findings.hpp"

namespace rancang {

class ErrorForecast {
 public:
  explicit ErrorForecast(Document plan);

  // One question after the other: the next one when run() has said false.
  void ask(ChangeSet changes);
  bool run();  // a part of the work; whether something is left
  std::uint32_t errors() const { return errors_; }

 private:
  void note();     // with the changes
  void compare();  // without them

  Document plan_;
  Findings findings_;
  ChangeSet asked_;
  std::size_t at_ = 0;
  bool back_ = false;             // the changes are being taken back
  std::vector<Ulid> touched_;
  std::vector<Finding> noted_;    // errors of touched records with the changes
  std::uint32_t errors_ = 0;
};

}  // namespace rancang
