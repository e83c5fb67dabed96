#pragma once
// A stored plan that is being opened: the lock is asked for and the files are read at the same time.
// Must not know: what is done with the plan afterwards.
#include "app/app.hpp"

namespace rancang {

struct App::Opening {
  std::string plan;
  bool copy = false;                  // the plan is read to be duplicated: no lock is needed, nothing is shown yet
  LockState lock = LockState::asking;
  bool took_over = false;             // by stealing: the other tab may still hold edits under its replica
  std::optional<PlanOpening> reading;
  std::optional<OpenedPlan> opened;
  std::optional<Error> failure;
};

constexpr std::string_view label_setting = "folder.label";  // what this laptop is called
std::string arrivals_setting(std::string const& plan);  // merging.cpp
FolderSign folder_sign(SharedFolder const& folder);  // folder.cpp

}  // namespace rancang
