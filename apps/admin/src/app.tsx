import { QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, lazy, useState } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { createQueryClient } from './api/hooks.js';
import { areaOf } from './session/areas.js';
import { usePerson, useSessionState } from './session/session.js';
import { SignInPage } from './session/sign-in-page.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { Shell } from './shell/shell.js';
import { SignedInOnly } from './shell/signed-in-only.js';

const inspector = () => import('./inspector/routes.js');
const unit = () => import('./unit/routes.js');
const leader = () => import('./leader/routes.js');
const agenda = () => import('./agenda/routes.js');
const system = () => import('./system/routes.js');

const InspectionListPage = page(inspector, 'InspectionListPage');
const InspectionPage = page(inspector, 'InspectionPage');
const OrderPage = page(inspector, 'OrderPage');
const TodoListPage = page(unit, 'TodoListPage');
const RecommendationPage = page(unit, 'RecommendationPage');
const OverviewPage = page(leader, 'OverviewPage');
const UnitPage = page(leader, 'UnitPage');
const ProgrammeListPage = page(leader, 'ProgrammeListPage');
const ProgrammePage = page(leader, 'ProgrammePage');
const RepeatMatrixPage = page(leader, 'RepeatMatrixPage');
const AgendaPage = page(agenda, 'AgendaPage');
const DeadlinesPage = page(agenda, 'DeadlinesPage');
const FindingsPage = page(agenda, 'FindingsPage');
const SystemPage = page(system, 'SystemPage');

/** Everything read belongs to the person who read it: another session begins with nothing. */
export function App() {
  const { session } = useSessionState();
  return <Screens key={session?.token ?? 'nobody'} />;
}

function Screens() {
  const [queries] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <Routes>
          <Route element={<Shell />}>
            <Route path="/dang-nhap" element={<SignInPage />} />
            <Route element={<SignedInOnly />}>
              <Route index element={<Home />} />
              <Route path="/kiem-tra" element={<InspectionListPage />} />
              <Route path="/kiem-tra/lenh-moi" element={<OrderPage />} />
              <Route path="/kiem-tra/:id" element={<InspectionPage />} />
              <Route path="/viec-can-lam" element={<TodoListPage />} />
              <Route path="/kien-nghi/:id" element={<RecommendationPage />} />
              <Route path="/tong-quan" element={<OverviewPage />} />
              <Route path="/don-vi/:id" element={<UnitPage />} />
              <Route path="/chuong-trinh" element={<ProgrammeListPage />} />
              <Route path="/chuong-trinh/:id" element={<ProgrammePage />} />
              <Route path="/lap-lai" element={<RepeatMatrixPage />} />
              <Route path="/lich-viec" element={<AgendaPage />} />
              <Route path="/thoi-han" element={<DeadlinesPage />} />
              <Route path="/ton-tai" element={<FindingsPage />} />
              <Route path="/he-thong" element={<SystemPage />} />
              <Route path="*" element={<NotFoundPage />} />
            </Route>
          </Route>
        </Routes>
      </BrowserRouter>
    </QueryClientProvider>
  );
}

function Home() {
  return <Navigate to={areaOf[usePerson().role]} replace />;
}

/** One screen of an area that is fetched when the first of its screens opens. */
function page<Name extends string>(area: () => Promise<Readonly<Record<Name, ComponentType>>>, name: Name) {
  return lazy(async () => ({ default: (await area())[name] }));
}
