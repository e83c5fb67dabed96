#pragma once
// The operations on stored plans that the fault tests run with something going wrong at every single storage call.
// Must not know: which fault is tried.
#include <functional>
#include <string>
#include <vector>

#include "support/desk.hpp"

namespace rancang::test {

struct Operation {
  char const* name;
  std::function<void(Desk&)> prepare;  // on an empty disk, without faults
  std::function<void(Desk&)> begin;    // in a new tab on that disk, without faults
  std::function<bool(Desk&)> run;      // with faults; true = it says that it is done
  std::function<void(Desk&)> again;    // what a person does after a failure, once the fault is gone
};

// Both plans of every scenario: the one that is worked on and one that must never change.
std::string worked_on();
std::string bystander();

std::vector<Operation> const& operations();

}  // namespace rancang::test
